/** What the app's extensions on a customer's page of the admin are told, and may ask for, over HTTP. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { signSessionToken } from "../../simulated-shop/tokens/session-token.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let token: string;
let customerId: bigint;

beforeAll(async () => {
  stage = await openTestStage({ customers: 60 });
  await install(stage);
  const { shop, clientId, clientSecret } = stage.simulated;
  token = signSessionToken(
    { shopDomain: shop, clientId, clientSecret },
    { userId: 1, sessionId: "session", nowMs: Date.now() },
  );
  const standing = await stage.app.db.standing.findFirstOrThrow({ where: { tier: "growth" } });
  customerId = standing.customerId;
});
afterAll(() => stage.close());

/** As Shopify's page sends it on behalf of an extension: from another origin, with the merchant's token. */
async function ask(id: bigint | string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${token}`,
    Origin: "https://extensions.shopifycdn.com",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36",
    "Content-Type": "application/json",
  };
  return fetch(`${stage.appUrl}/app/customers/${id}/card`, { headers, ...init });
}

function post(body: object): RequestInit {
  return { method: "POST", body: JSON.stringify(body) };
}

test("a customer's tier, where tiers begin and what time will change, to another origin", async () => {
  const { db } = stage.app;
  const where = { shop_customerId: { shop: stage.shop, customerId } };
  const change = { nextChangeDay: 20_700, nextTier: "base", nextGroup: null };
  await db.standing.update({ where, data: change });
  const response = await ask(customerId);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const held = await db.standing.findUniqueOrThrow({ where });
  expect(await response.json()).toMatchObject({
    kind: "ranked",
    tierKey: "growth",
    value: held.valueE4 / 10_000,
    nextChange: { on: "2026-09-04", tier: "Base", group: null },
    tiers: [
      { key: "core", aboveValue: expect.any(Number) as number },
      { key: "growth", aboveValue: expect.any(Number) as number },
      { key: "base", aboveValue: null },
    ],
  });
});

test("whoever is not known has no tier, and no number is no customer", async () => {
  expect(await (await ask(999_999n)).json()).toMatchObject({ kind: "unranked" });
  expect((await ask("mug")).status).toBe(404);
});

test("a customer is scored again when somebody asks for it, and a stranger is not", async () => {
  const { db } = stage.app;
  const where = { shop_customerId: { shop: stage.shop, customerId } };
  await db.standing.update({ where, data: { tier: "base", autoTier: "base" } });
  const response = await ask(customerId, post({ action: "recalculate" }));
  expect(await response.json()).toEqual({ kind: "done" });
  await stage.settle();
  expect(await db.standing.findUnique({ where })).toMatchObject({ tier: "growth" });
  expect((await ask(999_999n, post({ action: "recalculate" }))).status).toBe(409);
  expect(await db.dirtyCustomer.count()).toBe(0);
});

test("a tier chosen by hand holds, is told, and is let go of again", async () => {
  const { db } = stage.app;
  const where = { shop_customerId: { shop: stage.shop, customerId } };
  const override = { action: "override", tier: "core", endsOn: "2026-12-24", reason: "a friend" };
  expect(await (await ask(customerId, post(override))).json()).toEqual({ kind: "done" });
  expect(await db.standing.findUnique({ where })).toMatchObject({ tier: "core" });
  const run = await db.run.findFirst({ orderBy: { finishedAt: "desc" } });
  expect(run).toMatchObject({ kind: "manual", actor: "1", reason: "a friend" });
  const card: unknown = await (await ask(customerId)).json();
  expect(card).toMatchObject({ override: { tier: "Core", endsOn: "2026-12-24" } });

  const release = { action: "release", reason: "" };
  expect(await (await ask(customerId, post(release))).json()).toEqual({ kind: "done" });
  expect(await db.standing.findUnique({ where })).toMatchObject({ tier: "growth" });
  expect(await (await ask(customerId)).json()).toMatchObject({ override: null });
  expect((await ask(customerId, post(release))).status).toBe(409);
});

test.each([
  ["no-such-tier", { tier: "silver", endsOn: "" }],
  ["day-is-over", { tier: "core", endsOn: "2026-01-01" }],
])("an override is refused because of %s, in a word", async (problem, changes) => {
  const response = await ask(customerId, post({ action: "override", reason: "", ...changes }));
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({ kind: "refused", problem });
});

test("what is not understood, or comes without the merchant's token, changes nothing", async () => {
  expect((await ask(customerId, post({ action: "delete" }))).status).toBe(400);
  const headers = { Authorization: "Bearer nonsense", "User-Agent": "Mozilla/5.0 Chrome/147" };
  const refused = await ask(customerId, { ...post({ action: "recalculate" }), headers });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await stage.app.db.dirtyCustomer.count()).toBe(0);
});

test("a browser may ask first whether it may ask", async () => {
  const headers = { Origin: "null", "User-Agent": "Mozilla/5.0 Chrome/147" };
  const response = await ask(customerId, { method: "OPTIONS", headers });
  expect(response.status).toBe(204);
  expect(response.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
});
