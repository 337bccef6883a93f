/** Checkouts that were left, from the shop's API to traits, rankings and groups; and how they are forgotten. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countMembersBy } from "../../app/persistence/member-tests.ts";
import { readInterestStudy, updateInterestStudy } from "../../app/persistence/interest-studies.ts";
import { calendarDayOf, interestDaysKept, judgeInterest } from "../../app/scoring/index.ts";
import { countRule } from "../../app/use-cases/groups/ask-rule.ts";
import { readInterestFacts } from "../../app/use-cases/interest/read-interest-facts.ts";
import { isInterestDue, studyInterest } from "../../app/use-cases/interest/study-interest.ts";
import { sweepCheckouts } from "../../app/use-cases/interest/sweep-checkouts.ts";
import { listCustomers } from "../../app/use-cases/pages/customer-list.ts";
import { readCustomerInterest } from "../../app/use-cases/pages/customer-interest.ts";
import { readInterestPage } from "../../app/use-cases/pages/interest-page.ts";
import { forgetHistory } from "../../app/use-cases/privacy/forget-history.ts";
import {
  addCheckout,
  completeCheckout,
  listAbandonedCheckouts,
} from "../../simulated-shop/world/abandoned-checkout.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { mergeCustomers, planMerge } from "../../simulated-shop/world/merge-customers.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { sendWebhook } from "../setup/send-webhook.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { everybody } from "../setup/everybody.ts";

const dayMs = 86_400_000;
const everyone = { family: "tiers", key: null } as const;
let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 150 });
  await install(stage);
});
afterAll(() => stage.close());

const { signal } = new AbortController();
const study = () => studyInterest(stage.app, stage.shop, signal);
const world = () => stage.simulated.world;
const stored = () => stage.app.db.abandonedCheckout.findMany({ orderBy: { checkoutId: "asc" } });

function switchTo(isOn: boolean) {
  return askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/data",
    routeId: "routes/app.settings.data",
    body: new URLSearchParams({ intent: isOn ? "checkouts-on" : "checkouts-off" }),
  });
}

/** What must be stored of what the shop tells. */
async function due() {
  const standings = await stage.app.db.standing.findMany();
  const known = new Set(standings.map(({ customerId }) => customerId));
  const oldest = world().clock.nowMs() - interestDaysKept * dayMs;
  return listAbandonedCheckouts(world())
    .filter(({ createdAtMs }) => createdAtMs >= oldest)
    .map(({ id, customer, createdAtMs, updatedAtMs, completedAtMs, lines, shippingMinor }) => {
      const customerId = customer === null ? null : BigInt(customer.id);
      const goods = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
      return {
        shop: stage.shop,
        checkoutId: BigInt(id),
        customerId: customerId !== null && known.has(customerId) ? customerId : null,
        createdAt: new Date(createdAtMs),
        updatedAt: new Date(updatedAtMs),
        completedAt: completedAtMs === null ? null : new Date(completedAtMs),
        totalMinorUnits: BigInt(goods + shippingMinor),
      };
    });
}

/** Leaves a checkout an hour ago or longer, and returns it. */
function leave(customer: Customer, daysAgo: number) {
  const [product] = world().products.values();
  if (product === undefined) throw new Error("the sample shop sells something");
  const { email, countryCode } = customer;
  const createdAtMs = Math.floor(world().clock.nowMs() / 1000) * 1000 - daysAgo * dayMs;
  const lines = [{ product, quantity: 2, unitPriceMinor: 1500 }];
  return addCheckout(world(), {
    ...{ customer, email, countryCode, lines, createdAtMs, shippingMinor: 0 },
  });
}

function someCustomer(place: number): Customer {
  const customer = [...world().customers.values()].filter(({ orders }) => orders.length > 0)[place];
  if (customer === undefined) throw new Error("there are enough customers");
  return customer;
}

test("none is read until the merchant wants them; then all of the last 90 days, nothing personal", async () => {
  await study();
  expect(await stored()).toEqual([]);
  expect((await switchTo(true)).text).toContain('"problem":null');
  await stage.settle();
  const expected = await due();
  expect(expected.length).toBeGreaterThan(8);
  expect(await stored()).toEqual(expected);
  const products = await stage.app.db.abandonedProduct.findMany();
  const [row] = expected;
  const lines = world().checkouts.get(Number(row?.checkoutId))?.lines ?? [];
  expect(products.filter(({ checkoutId }) => checkoutId === row?.checkoutId)).toHaveLength(
    new Set(lines.map(({ product }) => product.id)).size,
  );
  const pages = stage.simulated.traffic.requestCount;
  await study();
  expect(await stored()).toEqual(expected);
  // What was read is not read again: one page, with nothing in it.
  expect(stage.simulated.traffic.requestCount - pages).toBe(1);
});

test("one that is left, and one that is completed since, are known after the next look; a killed one goes on", async () => {
  world().clock.advanceByMs(dayMs);
  const left = leave(someCustomer(0), 0.1);
  const [open] = listAbandonedCheckouts(world()).filter(
    ({ customer, completedAtMs }) => customer !== null && completedAtMs === null,
  );
  if (open === undefined) throw new Error("somebody left one");
  completeCheckout(world(), open);
  await stage.settle();
  // Killed after the lower of both numbers was stored.
  const { sweptUntil } = await readInterestStudy(stage.app.db, stage.shop);
  const at = { sweepStartedAt: await stage.app.now(), sweepCheckoutId: BigInt(left.id) - 1n };
  await updateInterestStudy(stage.app.db, stage.shop, at);
  await study();
  const ids = (await stored()).map(({ checkoutId }) => checkoutId);
  expect(ids).toContain(BigInt(left.id));
  expect(
    (await stored()).find((row) => row.checkoutId === BigInt(open.id))?.completedAt,
  ).toBeNull();
  await updateInterestStudy(stage.app.db, stage.shop, { sweptUntil });
  await study();
  expect(await stored()).toEqual(await due());
});

test("whoever keeps leaving them abandons carts: on their page, in the list and in a group's rule", async () => {
  const { app, shop } = stage;
  const customer = someCustomer(1);
  for (const daysAgo of [40, 35, 31]) leave(customer, daysAgo);
  await updateInterestStudy(app.db, shop, { sweptUntil: null });
  await study();

  const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
  const now = await app.now();
  const ids = (await app.db.standing.findMany()).map(({ customerId }) => customerId);
  const facts = await readInterestFacts(app.db, record, ids, now);
  const wanted = (key: string) =>
    [...facts]
      .filter(([, each]) =>
        judgeInterest(each, calendarDayOf(now, record.timeZone)).some(({ trait }) => trait === key),
      )
      .map(([id]) => String(id))
      .sort();
  expect(wanted("abandons-carts")).toContain(String(customer.id));
  for (const interest of ["abandons-carts", "interested"] as const) {
    const list = await listCustomers(app, shop, { ...everybody, interest });
    expect(list.rows.map(({ customerId }) => customerId).sort()).toEqual(wanted(interest));
    expect(list.matching).toBe(wanted(interest).length);
    const test = { kind: "interest", trait: interest, is: false } as const;
    expect(await countMembersBy(app.db, record, test)).toBe(ids.length - wanted(interest).length);
    const rule = { match: "all", conditions: [{ kind: "interest", is: true, trait: interest }] };
    const counted = { kind: "counted", customers: wanted(interest).length };
    expect(await countRule(app, shop, rule)).toEqual(counted);
  }
  expect(await readCustomerInterest(app, shop, String(customer.id))).toMatchObject([
    { trait: "abandons-carts", abandonedDays: 3, leftMinorUnits: 9000 },
  ]);
  const path = `/app/customers/${customer.id}`;
  expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).text).toContain(
    "At the checkout £90.00 was left.",
  );
});

test("products are ranked by the money that was left, begun anew or bought after all counting no more", async () => {
  const { app, shop } = stage;
  await app.db.abandonedProduct.deleteMany();
  await app.db.abandonedCheckout.deleteMany();
  world().checkouts.clear();
  const [product] = world().products.values();
  const [first, buyer] = [someCustomer(2), someCustomer(3)];
  leave(first, 5);
  leave(first, 5);
  leave(first, 7);
  completeCheckout(world(), leave(buyer, 6));
  await stage.settle();
  await updateInterestStudy(app.db, shop, { sweptUntil: null });
  await study();
  const page = await readInterestPage(app, shop, everyone);
  expect(page.abandoned).toEqual([
    {
      ...{ subject: String(product?.id), name: product?.title },
      ...{ checkouts: 2, quantity: 4, minorUnits: 6000 },
    },
  ]);
  const { tier } = await app.db.standing.findFirstOrThrow({
    where: { customerId: BigInt(first.id) },
  });
  const own = await readInterestPage(app, shop, { family: "tiers", key: tier });
  expect(own.abandoned).toEqual(page.abandoned);
  const nobody = await readInterestPage(app, shop, { family: "tiers", key: "no-such-tier" });
  expect(nobody.abandoned).toEqual([]);
  const path = "/app/insights/interest";
  expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).text).toContain("£60.00");
});

describe("customers who go", () => {
  const ownersOf = async () => (await stored()).map(({ customerId }) => customerId);

  test("a customer who was merged leaves their checkouts to the one who was kept", async () => {
    const plan = planMerge(someCustomer(2), someCustomer(4), { emailOf: someCustomer(4) });
    const had = (await ownersOf()).filter((id) => id === BigInt(plan.deleted.id)).length;
    expect(had).toBe(3);
    mergeCustomers(world(), plan);
    await stage.settle();
    expect(await ownersOf()).not.toContain(BigInt(plan.deleted.id));
    await study();
    const kept = BigInt(plan.kept.id);
    expect((await ownersOf()).filter((id) => id === kept)).toHaveLength(had);
  });

  test("a redacted customer's are nobody's, and stay so when they are read again", async () => {
    const [customerId] = (await ownersOf()).filter((id) => id !== null);
    await sendWebhook(stage, {
      topic: "customers/redact",
      body: { customer: { id: Number(customerId) } },
    });
    await stage.settle();
    expect(await ownersOf()).not.toContain(customerId);
    const rows = (await stored()).length;
    await updateInterestStudy(stage.app.db, stage.shop, { sweptUntil: null });
    await study();
    expect(await ownersOf()).not.toContain(customerId);
    expect(await stored()).toHaveLength(rows);
    const where = { customerId: customerId ?? 0n };
    expect(await stage.app.db.interestTrait.count({ where })).toBe(0);
  });
});

test("what is older than anything is judged by is forgotten, and traits that rested on it go", async () => {
  const { app, shop } = stage;
  for (const daysAgo of [20, 10]) leave(someCustomer(5), daysAgo);
  await updateInterestStudy(app.db, shop, { sweptUntil: null });
  await study();
  expect(await app.db.interestTrait.count()).toBe(1);
  world().checkouts.clear();
  world().clock.advanceByMs((interestDaysKept + 1) * dayMs);
  await forgetHistory(app, shop);
  expect(await stored()).toEqual([]);
  expect(await app.db.abandonedProduct.count()).toBe(0);
  await study();
  expect(await app.db.interestTrait.count()).toBe(0);
});

test("it is looked once an hour, while there is anything to look at; turned off, all is forgotten", async () => {
  const { app, shop } = stage;
  const record = { shop, pixelAccount: null };
  const inAnHour = new Date(Date.now() + 3_600_000);
  expect(await isInterestDue(app, record, new Date())).toBe(false);
  expect(await isInterestDue(app, record, inAnHour)).toBe(true);
  leave(someCustomer(5), 0.05);
  await study();
  expect(await stored()).toHaveLength(1);
  await switchTo(false);
  await stage.settle();
  expect(await stored()).toEqual([]);
  expect(await isInterestDue(app, record, inAnHour)).toBe(false);
});

test("that Shopify does not let us read them is said, and is nothing that stops the look", async () => {
  const { app, shop } = stage;
  await switchTo(true);
  await stage.settle();
  stage.simulated.grantScopes(["write_customers"]);
  await sweepCheckouts(app, shop, signal);
  expect(await stored()).toHaveLength(1);
  const path = "/app/settings/data";
  expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).text).toContain(
    "Shopify does not let Echelon read them",
  );
});
