import { Session } from "@shopify/shopify-api";
import { afterEach, describe, expect, test } from "vitest";
import { createOfflineTokens, type OfflineTokens, type ShopLock } from "./offline-token.ts";
import { createSessionStorage } from "./session-storage.ts";
import { createMemorySessionTable } from "./testing/memory-session-table.ts";
import { openSampleLibrary, sampleSecret } from "./testing/sample-library.ts";
import {
  startScriptedShopify,
  type ScriptedAnswer,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";
import { createTokenCipher } from "./token-cipher.ts";

const shop = "a-shop.myshopify.com";
const minutes = 60_000;
const noLock: ShopLock = (_shop, work) => work();

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const renewed: ScriptedAnswer = {
  body: {
    access_token: "renewed",
    scope: "read_orders",
    expires_in: 3_600,
    refresh_token: "refresh-2",
    refresh_token_expires_in: 7_776_000,
  },
};

const sessions = createSessionStorage(createMemorySessionTable(), createTokenCipher(sampleSecret));

async function tokensOf(
  answer: ScriptedAnswer,
  held: { expiresInMs: number; refreshToken?: string } | null,
  withLock = noLock,
): Promise<OfflineTokens> {
  shopify = await startScriptedShopify(() => answer);
  await sessions.deleteSession(`offline_${shop}`);
  if (held !== null) {
    const { expiresInMs, ...tokens } = held;
    const expires = new Date(Date.now() + expiresInMs);
    const state = { id: `offline_${shop}`, shop, state: "", isOnline: false };
    await sessions.storeSession(new Session({ ...state, accessToken: "held", expires, ...tokens }));
  }
  return createOfflineTokens(openSampleLibrary(shopify.origin), sessions, withLock);
}

test("a token with more than five minutes to live is used as it is", async () => {
  const tokens = await tokensOf(renewed, { expiresInMs: 6 * minutes, refreshToken: "refresh-1" });
  expect(await tokens.accessTokenOf(shop, null)).toBe("held");
  expect(shopify.received).toEqual([]);
});

describe("a token is renewed", () => {
  test("when it is about to end, and the new one is kept with its refresh token", async () => {
    const tokens = await tokensOf(renewed, { expiresInMs: 4 * minutes, refreshToken: "refresh-1" });
    expect(await tokens.accessTokenOf(shop, null)).toBe("renewed");
    expect(JSON.parse(shopify.received[0]?.text ?? "")).toMatchObject({
      grant_type: "refresh_token",
      refresh_token: "refresh-1",
      client_id: "a-client-id",
    });
    expect(await sessions.loadSession(`offline_${shop}`)).toMatchObject({
      accessToken: "renewed",
      refreshToken: "refresh-2",
    });
    expect(await tokens.accessTokenOf(shop, null)).toBe("renewed");
    expect(shopify.received).toHaveLength(1);
  });

  test("when Shopify rejected it before its time", async () => {
    const tokens = await tokensOf(renewed, {
      expiresInMs: 50 * minutes,
      refreshToken: "refresh-1",
    });
    expect(await tokens.accessTokenOf(shop, "held")).toBe("renewed");
  });

  test("once, however many ask for it at the same time", async () => {
    const tokens = await tokensOf(renewed, { expiresInMs: 0, refreshToken: "refresh-1" });
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => tokens.accessTokenOf(shop, null)));
    expect(all).toEqual(Array(5).fill("renewed"));
    expect(shopify.received).toHaveLength(1);
  });

  test("not when another process did it while we waited for the lock", async () => {
    const elsewhere: ShopLock = async (_shop, work) => {
      const expires = new Date(Date.now() + 60 * minutes);
      const state = { id: `offline_${shop}`, shop, state: "", isOnline: false };
      await sessions.storeSession(
        new Session({ ...state, accessToken: "elsewhere", expires, refreshToken: "refresh-3" }),
      );
      return work();
    };
    const tokens = await tokensOf(
      renewed,
      { expiresInMs: 0, refreshToken: "refresh-1" },
      elsewhere,
    );
    expect(await tokens.accessTokenOf(shop, null)).toBe("elsewhere");
    expect(shopify.received).toEqual([]);
  });
});

describe("there is no token", () => {
  test("for a shop that never installed the app", async () => {
    const tokens = await tokensOf(renewed, null);
    await expect(tokens.accessTokenOf(shop, null)).rejects.toMatchObject({
      failure: "token-rejected",
      retryable: false,
    });
  });

  test("when the old one ended and nothing renews it", async () => {
    const tokens = await tokensOf(renewed, { expiresInMs: 0 });
    await expect(tokens.accessTokenOf(shop, null)).rejects.toThrow("a merchant must open the app");
  });

  test("when Shopify no longer takes the refresh token", async () => {
    const refused = { status: 400, body: { error: "invalid_request" } };
    const tokens = await tokensOf(refused, { expiresInMs: 0, refreshToken: "refresh-1" });
    await expect(tokens.accessTokenOf(shop, null)).rejects.toMatchObject({
      failure: "token-rejected",
    });
  });

  test("for now, when Shopify cannot be reached", async () => {
    const tokens = await tokensOf(
      { hangUpAfterBytes: 0 },
      { expiresInMs: 0, refreshToken: "refresh-1" },
    );
    await expect(tokens.accessTokenOf(shop, null)).rejects.toMatchObject({
      failure: "unreachable",
      retryable: true,
    });
  });
});
