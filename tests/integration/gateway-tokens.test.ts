import { RequestedTokenType } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectDatabase } from "../../app/persistence/database.ts";
import { createSessionTable } from "../../app/persistence/sessions.ts";
import { createProcessLock } from "../../app/persistence/process-lock.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import { countOrders } from "../../app/shopify/count-orders.ts";
import { createOfflineTokens, type OfflineTokens } from "../../app/shopify/offline-token.ts";
import { createSessionStorage } from "../../app/shopify/session-storage.ts";
import { openShopifyLibrary, type ShopifyLibrary } from "../../app/shopify/shopify-library.ts";
import { openShopifyNetwork } from "../../app/shopify/simulated-network.ts";
import { createTokenCipher } from "../../app/shopify/token-cipher.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";
import { signSessionToken } from "../../simulated-shop/tokens/session-token.ts";
import { createTestDatabase, type TestDatabase } from "../setup/test-database.ts";

const appUrl = "http://127.0.0.1:3000";
let simulated: SimulatedShop;
let database: TestDatabase;
let db: ReturnType<typeof connectDatabase>;
let library: ShopifyLibrary;
let sessions: ReturnType<typeof createSessionStorage>;

beforeAll(async () => {
  simulated = await startSimulatedShop({ customers: 10, appUrl });
  database = await createTestDatabase();
  db = connectDatabase(database.url);
  const { clientId: apiKey, clientSecret: apiSecret } = simulated;
  library = openShopifyLibrary(
    { apiKey, apiSecret, appUrl },
    openShopifyNetwork(simulated.url, appUrl),
    () => {},
  );
  sessions = createSessionStorage(createSessionTable(db), createTokenCipher(apiSecret));
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
  await simulated.close();
});

/** What happens when a merchant opens the app. */
beforeEach(async () => {
  const { shop, clientId, clientSecret } = simulated;
  const sessionToken = signSessionToken(
    { shopDomain: shop, clientId, clientSecret },
    { userId: 1, sessionId: "session", nowMs: Date.now() },
  );
  const requestedTokenType = RequestedTokenType.OfflineAccessToken;
  const { session } = await library.auth.tokenExchange({
    shop,
    sessionToken,
    requestedTokenType,
    expiring: true,
  });
  await sessions.storeSession(session);
});

/** The tokens as one process sees them. */
function openTokens(): OfflineTokens {
  const runAlone = createProcessLock(database.url);
  return createOfflineTokens(library, sessions, (shop, work) => runAlone(`token:${shop}`, work));
}

async function expireToken(): Promise<void> {
  await db.session.updateMany({ data: { expires: new Date(Date.now() + 60_000) } });
}

function adminWith(tokens: OfflineTokens) {
  return createAdminClient({
    shop: simulated.shop,
    accessToken: (rejectedToken) => tokens.accessTokenOf(simulated.shop, rejectedToken),
    fetch: openShopifyNetwork(simulated.url, appUrl).fetch,
  });
}

describe("a merchant's visit", () => {
  test("leaves a token that works when the merchant has gone, and is encrypted in the database", async () => {
    expect(await countOrders(adminWith(openTokens()))).toBe(simulated.world.orders.size);
    const token = await openTokens().accessTokenOf(simulated.shop, null);
    expect(JSON.stringify(await db.session.findMany())).not.toContain(token);
  });
});

describe("a token that is about to end", () => {
  test("is renewed, and the new one works", async () => {
    const former = await openTokens().accessTokenOf(simulated.shop, null);
    await expireToken();
    const tokens = openTokens();
    expect(await countOrders(adminWith(tokens))).toBe(simulated.world.orders.size);
    expect(await tokens.accessTokenOf(simulated.shop, null)).not.toBe(former);
  });

  test("is renewed once when several processes need it at the same time", async () => {
    await expireToken();
    const processes = [openTokens(), openTokens(), openTokens(), openTokens()];
    const tokens = await Promise.all(
      processes.map((process) => process.accessTokenOf(simulated.shop, null)),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await countOrders(adminWith(openTokens()))).toBe(simulated.world.orders.size);
  });
});

test("a token that Shopify no longer takes is replaced without anybody noticing", async () => {
  const session = await sessions.loadSession(library.session.getOfflineId(simulated.shop));
  if (session === undefined) throw new Error("the visit above left no session");
  session.accessToken = "shpat_somebody_else_renewed_it";
  await sessions.storeSession(session);
  expect(await countOrders(adminWith(openTokens()))).toBe(simulated.world.orders.size);
});

test("a shop that never installed the app has no token", async () => {
  await expect(
    openTokens().accessTokenOf("another-shop.myshopify.com", null),
  ).rejects.toMatchObject({
    failure: "token-rejected",
  });
});
