/** Every route under /app, asked by one shop's merchant with another shop's ids. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAsMerchant, type MerchantRequest } from "../setup/ask-as-merchant.ts";
import { listAppRoutes, type AppRoute } from "../setup/route-manifest.ts";
import { sendFlowCall } from "../setup/send-flow-call.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { openTwoShops, victimsMark, type TwoShops } from "../setup/two-shops.ts";

/** Of the length of an id, and nobody's. */
const nobody = "5999999999999";
let two: TwoShops;
let routes: AppRoute[];

beforeAll(async () => {
  two = await openTwoShops();
  routes = await listAppRoutes();
});
afterAll(() => two.close());

function ask(request: MerchantRequest) {
  return askAsMerchant(two.appUrl, two.prober, request);
}

/** A request of a route's with an id wherever one may stand. */
function requestWith({ id, path }: AppRoute, given: string): MerchantRequest {
  const search = { ids: given, id: given, search: given, q: given, shop: two.victim.shop };
  return { path: path.replace(/:\w+|\*/g, given), routeId: id, search };
}

test("there are two shops with customers and orders of the same ids", async () => {
  const { customer, order } = two.sharedIds;
  for (const { shop, world } of [two.victim, two.prober]) {
    expect(world.customers.has(Number(customer)) && world.orders.has(Number(order))).toBe(true);
    expect(await two.app.db.standing.count({ where: { shop, customerId: BigInt(customer) } })).toBe(
      1,
    );
  }
  expect(two.prober.world.customers.has(Number(two.victimsIds.customer))).toBe(false);
});

test("the other shop's own merchant does see it", async () => {
  const request = { path: "/app/customers", routeId: "routes/app.customers._index" };
  const answer = await askAsMerchant(two.appUrl, two.victim, request);
  expect(answer.text).toContain(victimsMark);
});

test("a session token that the app's secret did not sign opens no door", async () => {
  const forger = { ...two.victim, clientSecret: "guessed" };
  for (const { id, path } of routes) {
    const answer = await askAsMerchant(two.appUrl, forger, { path, routeId: id });
    expect({ id, isRefused: answer.status >= 300 }).toEqual({ id, isRefused: true });
    expect(answer.text).not.toContain(victimsMark);
  }
});

test("no loader tells anything of an id that is another shop's: it answers as to an id of nobody", async () => {
  const answered: string[] = [];
  for (const route of routes.filter(({ hasLoader }) => hasLoader)) {
    for (const id of Object.values(two.victimsIds)) {
      const answer = await ask(requestWith(route, id));
      const answerToNobody = await ask(requestWith(route, nobody));
      expect(anonymous(answer.text, id), route.id).toBe(anonymous(answerToNobody.text, nobody));
      expect(answer.status, route.id).toBe(answerToNobody.status);
      if (answer.status === 200) answered.push(route.id);
    }
  }
  expect(new Set(answered).size).toBeGreaterThan(6);
});

test("no loader shows a word of the other shop, whichever id it is asked for", async () => {
  for (const route of routes.filter(({ hasLoader }) => hasLoader)) {
    for (const id of [...Object.values(two.sharedIds), ...Object.values(two.victimsIds)]) {
      const asData = requestWith(route, id);
      const { routeId: _routeId, ...asPage } = asData;
      for (const request of [asData, asPage]) {
        const { text } = await ask(request);
        // The address that was asked for may be repeated.
        const said = text.replaceAll(two.victim.shop, "");
        expect(said.includes(victimsMark) || said.includes("Asia/Tokyo"), route.id).toBe(false);
      }
    }
  }
});

test("no action changes anything of the other shop's", async () => {
  const before = await rowsOf(two.app.db, two.victim.shop);
  const { revision } = two.victim.world;
  const probersBefore = await rowsOf(two.app.db, two.prober.shop);
  for (const route of routes) {
    for (const ids of [two.victimsIds, two.sharedIds]) {
      for (const body of bodiesWith(ids)) {
        await ask({ ...requestWith(route, ids.customer), body });
      }
    }
  }
  await two.settle();
  expect(await rowsOf(two.app.db, two.victim.shop)).toEqual(before);
  expect(two.victim.world.revision).toBe(revision);
  expect(await rowsOf(two.app.db, two.prober.shop)).not.toEqual(probersBefore);
});

test("a workflow reaches the customers of its own shop only, and both shops' may run under one id", async () => {
  const actionRunId = randomUUID();
  const act = async (shop: string, customer: string, header: string) => {
    const body = {
      shopify_domain: shop,
      action_run_id: actionRunId,
      handle: "set-tier",
      properties: { customer_id: customer, tier: "core" },
    };
    const { clientSecret: secret } = two.prober;
    return sendFlowCall(two.appUrl, { secret, shop: header, body });
  };
  const before = await rowsOf(two.app.db, two.victim.shop);
  const stranger = await act(two.prober.shop, two.victimsIds.customer, two.victim.shop);
  expect(stranger.status).toBe(422);
  const own = await act(two.prober.shop, two.sharedIds.customer, two.victim.shop);
  expect(own.status).toBe(200);
  expect(own.text).not.toContain(victimsMark);
  await two.settle();
  expect(await rowsOf(two.app.db, two.victim.shop)).toEqual(before);

  const others = await act(two.victim.shop, two.sharedIds.customer, two.prober.shop);
  expect(others.status).toBe(200);
  expect(others.text).toContain(victimsMark);
  const holds = { kind: "override", customerId: BigInt(two.sharedIds.customer) };
  expect(await two.app.db.labelHold.count({ where: holds })).toBe(2);
});

/** What an action may take: everything the app's own pages send, and ids under every likely name. */
function bodiesWith(ids: { customer: string; order: string }): (object | URLSearchParams)[] {
  const named = {
    shop: two.victim.shop,
    id: ids.customer,
    ids: [ids.customer],
    customerId: ids.customer,
    orderId: ids.order,
    runId: ids.order,
  };
  const tiers = [
    { key: "core", name: "Best", cutBp: 9000 },
    { key: "base", name: "Rest", cutBp: 0 },
  ];
  const weights = { recency: 5000, frequency: 3000, monetary: 2000 };
  const form = { windowDays: 180, weights, tiers };
  const publishing = {
    tags: true,
    metafields: false,
    segments: false,
    discounts: false,
  };
  const intents = ["dismiss-setup", "confirm-money", "undo", "delete"];
  return [
    publishing,
    { ...named, ...publishing },
    ...[1, 2].map((basedOn) => ({ ...named, basedOn, form: { ...named, ...form } })),
    ...intents.map((intent) => ({ ...named, intent })),
    ...intents.map((intent) => new URLSearchParams({ ...named, ids: ids.customer, intent })),
  ];
}

/** Without the id that was asked for, and the moment. */
function anonymous(text: string, id: string): string {
  return text.replaceAll(id, "…").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…");
}
