import { Session } from "@shopify/shopify-api";
import { expect, test } from "vitest";
import { createSessionStorage } from "./session-storage.ts";
import { createMemorySessionTable } from "./testing/memory-session-table.ts";
import { createTokenCipher } from "./token-cipher.ts";

const session = new Session({
  id: "offline_a-shop.myshopify.com",
  shop: "a-shop.myshopify.com",
  state: "",
  isOnline: false,
  scope: "read_orders,write_customers",
  expires: new Date("2026-11-22T11:00:00Z"),
  accessToken: "shpat_secret",
  refreshToken: "shprt_secret",
  refreshTokenExpires: new Date("2027-02-20T10:00:00Z"),
});

test("a session comes back as it was stored, and its tokens are nowhere to be read", async () => {
  const table = createMemorySessionTable();
  const sessions = createSessionStorage(table, createTokenCipher("a-secret"));
  await sessions.storeSession(session);
  expect((await sessions.loadSession(session.id))?.toObject()).toEqual(session.toObject());
  expect(await sessions.findSessionsByShop(session.shop)).toHaveLength(1);
  expect(JSON.stringify([...table.rows.values()])).not.toContain("secret");
});

test("a session without tokens stays without", async () => {
  const sessions = createSessionStorage(createMemorySessionTable(), createTokenCipher("a-secret"));
  const { id, shop } = session;
  await sessions.storeSession(new Session({ id, shop, state: "", isOnline: false }));
  expect((await sessions.loadSession(id))?.toObject()).toEqual({
    id,
    shop,
    state: "",
    isOnline: false,
  });
});

test("a session encrypted under another secret counts as none", async () => {
  const table = createMemorySessionTable();
  await createSessionStorage(table, createTokenCipher("a-secret")).storeSession(session);
  const sessions = createSessionStorage(table, createTokenCipher("another-secret"));
  expect(await sessions.loadSession(session.id)).toBeUndefined();
  expect(await sessions.findSessionsByShop(session.shop)).toEqual([]);
});

test("a removed session is gone", async () => {
  const sessions = createSessionStorage(createMemorySessionTable(), createTokenCipher("a-secret"));
  await sessions.storeSession(session);
  await sessions.deleteSession(session.id);
  expect(await sessions.loadSession(session.id)).toBeUndefined();
});
