import type { Logger } from "pino";
import { createBusinessTime } from "./business-time.ts";
import type { Environment } from "./environment.ts";
import { createEnqueue } from "./jobs/enqueue.ts";
import { openPreviewThread } from "./preview-client.ts";
import { connectDatabase } from "./persistence/database.ts";
import { createSessionTable } from "./persistence/sessions.ts";
import { createProcessLock } from "./persistence/process-lock.ts";
import { updateShop } from "./persistence/shops.ts";
import { createAdminClient, type AdminClient } from "./shopify/admin-client.ts";
import type { CallBudget } from "./shopify/call-budget.ts";
import { createOfflineTokens } from "./shopify/offline-token.ts";
import { renewEncryption } from "./shopify/renew-encryption.ts";
import { createSessionStorage } from "./shopify/session-storage.ts";
import { openShopifyLibrary } from "./shopify/shopify-library.ts";
import { openShopifyNetwork } from "./shopify/simulated-network.ts";
import { createTokenCipher } from "./shopify/token-cipher.ts";
import type { App } from "./use-cases/app.ts";

const noteBudgetEveryMs = 10_000;

type Queue = Parameters<typeof createEnqueue>[0];

/** Puts the parts of one process together: called by composition.server.ts for the web, and by the worker. */
export function compose(environment: Environment, queue: Queue, log: Logger) {
  const {
    databaseUrl,
    shopifyApiKey: apiKey,
    shopifyApiSecret: apiSecret,
    shopifyAppUrl: appUrl,
  } = environment;
  const credentials = { apiKey, apiSecret, appUrl };
  const network = openShopifyNetwork(environment.simulatedShopUrl, appUrl);
  const library = openShopifyLibrary(credentials, network, (message) => {
    log.warn(message);
  });
  const db = connectDatabase(databaseUrl);
  const sessionTable = createSessionTable(db);
  // Without secrets of its own the app uses what it had before there were any, and what those rows are still under.
  const [tokenSecret = apiSecret, ...formerSecrets] = environment.tokenSecrets;
  const cipher = createTokenCipher(tokenSecret, [...formerSecrets, apiSecret]);
  const seal = createTokenCipher(tokenSecret, [...formerSecrets, apiSecret], "echelon addresses");
  const sessions = createSessionStorage(sessionTable, cipher);
  const runAlone = createProcessLock(databaseUrl);
  const tokens = createOfflineTokens(library, sessions, (shop, work) =>
    runAlone(`token:${shop}`, work),
  );
  const admins = new Map<string, AdminClient>();
  const budgetNotedAt = new Map<string, number>();

  /** One client per shop and process, because what a shop lets us spend is counted in it. */
  function adminOf(shop: string): Promise<AdminClient> {
    let admin = admins.get(shop);
    if (admin === undefined) {
      admin = createAdminClient({
        shop,
        accessToken: (rejectedToken) => tokens.accessTokenOf(shop, rejectedToken),
        fetch: network.fetch,
        onBudget: (budget) => {
          noteBudget(shop, budget);
        },
      });
      admins.set(shop, admin);
    }
    return Promise.resolve(admin);
  }

  /** For the health card, which must not cost a call. Nothing waits for it and nothing fails with it. */
  function noteBudget(shop: string, call: CallBudget): void {
    const now = performance.now();
    if (now - (budgetNotedAt.get(shop) ?? -Infinity) < noteBudgetEveryMs) return;
    budgetNotedAt.set(shop, now);
    const budget = {
      apiBudgetAvailable: Math.floor(call.availablePoints),
      apiBudgetMaximum: Math.floor(call.maximumPoints),
      apiBudgetRestoreRate: Math.floor(call.restorePointsPerSecond),
      apiBudgetAt: new Date(),
    };
    updateShop(db, shop, budget).catch((error: unknown) => {
      log.debug({ shop, err: error }, "budget not noted");
    });
  }

  const app: App = {
    db,
    enqueue: createEnqueue(queue),
    now: createBusinessTime(network),
    adminOf,
    seal,
    runAlone,
    log,
  };
  return {
    app,
    previewer: openPreviewThread(databaseUrl),
    credentials,
    network,
    library,
    sessions,
    renewEncryption: () => renewEncryption(sessionTable, cipher),
  };
}
