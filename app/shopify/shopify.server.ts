/** Signing in, for routes: built from the web process's parts, with the installation as what follows. */
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { app, composition } from "../composition.server.ts";
import { installShop } from "../use-cases/orders-in/install-shop.ts";
import { libraryLogger } from "./shopify-library.ts";
import { verifyFlowCall as verifyFlow, type FlowVerdict } from "./verify-flow-call.ts";
import { verifyWebhook as verify, type WebhookVerdict } from "./verify-webhook.ts";

const { credentials, library, network, sessions } = composition;

// The adapter reads where App Bridge comes from while it is imported, so the address must be there before.
if (network.appBridgeUrl !== null) process.env.APP_BRIDGE_URL = network.appBridgeUrl;
await import("@shopify/shopify-app-remix/adapters/node");

const shopify = shopifyApp({
  apiKey: credentials.apiKey,
  apiSecretKey: credentials.apiSecret,
  appUrl: credentials.appUrl,
  apiVersion: ApiVersion.July26,
  distribution: AppDistribution.AppStore,
  sessionStorage: sessions,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: libraryLogger((message) => {
    app.log.warn(message);
  }),
  hooks: {
    afterAuth: ({ session }) => installShop(app, session.shop),
  },
});

export { refusalStatus } from "./verify-webhook.ts";

export const authenticate = {
  /** The merchant's session, or a thrown response that gets one. */
  async admin(request: Request) {
    try {
      return await shopify.authenticate.admin(request);
    } catch (thrown) {
      if (thrown instanceof Response) network.allowFraming(thrown.headers);
      throw thrown;
    }
  },
};

/** Says who may frame a document, and what it should load first. */
export function addDocumentResponseHeaders(request: Request, headers: Headers): void {
  shopify.addDocumentResponseHeaders(request, headers);
  network.allowFraming(headers);
}

/** Whether Shopify sent this; see verify-webhook.ts. */
export function verifyWebhook(request: Request): Promise<WebhookVerdict> {
  return verify(library, request);
}

/** Whether Shopify Flow sent this; see verify-flow-call.ts. */
export function verifyFlowCall(request: Request, rawBody: string): Promise<FlowVerdict> {
  return verifyFlow(library, request, rawBody);
}
