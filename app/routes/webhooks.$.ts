import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../composition.server.ts";
import { refusalStatus, verifyWebhook } from "../shopify/shopify.server.ts";
import { receiveWebhook } from "../use-cases/orders-in/receive-webhook.ts";

/** Takes every webhook that shopify.app.toml declares, whatever address below /webhooks/ it is sent to. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const verdict = await verifyWebhook(request);
  if (verdict.kind !== "verified")
    return new Response(null, { status: refusalStatus[verdict.kind] });
  const outcome = await receiveWebhook(app, verdict);
  return new Response(null, { status: outcome === "malformed" ? 400 : 200 });
}

export function loader(): Response {
  return new Response(null, { status: refusalStatus["wrong-method"] });
}
