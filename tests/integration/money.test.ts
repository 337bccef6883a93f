/** What orders are worth by a merchant's own rules, from the shop over HTTP to standings, and beside the admin's figure. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { netMoney, type MoneyRules } from "../../app/scoring/index.ts";
import type { ComparedMoney, MoneyFigures } from "../../app/use-cases/pages/money-figures.ts";
import type { SaveProgramResult } from "../../app/use-cases/scoring/save-new-version.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ scenario: "money-cases" });
  await install(stage);
});
afterAll(() => stage.close());

async function askForFigures(changes: Partial<MoneyRules>): Promise<MoneyFigures> {
  const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/money/figures",
    routeId: "routes/app.settings.money.figures",
    search: { rules: JSON.stringify({ ...netMoney, ...changes }) },
  });
  return JSON.parse(answer.text) as MoneyFigures;
}

async function save(rules: MoneyRules, basedOn: number): Promise<SaveProgramResult> {
  const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/money",
    routeId: "routes/app.settings.money._index",
    body: { rules, companyOrders: "contact", basedOn },
  });
  return JSON.parse(answer.text) as SaveProgramResult;
}

/** What each customer is worth, by their number in the scenario. */
async function worth(): Promise<Record<string, number>> {
  const { customers } = stage.simulated.world;
  const standings = await stage.app.db.standing.findMany({ where: { shop: stage.shop } });
  return Object.fromEntries(
    standings
      .filter(({ tier }) => tier !== null)
      .map(({ customerId, netMinorUnits }) => [
        customers.get(Number(customerId))?.lastName ?? "?",
        Number(netMinorUnits),
      ]),
  );
}

function reasonsOf(against: ComparedMoney): Record<string, number> {
  if (against.kind !== "compared") throw new Error("Shopify was silent");
  const { reasons, differenceMinor } = against.reconciliation;
  const sum = reasons.reduce((total, { minor }) => total + minor, 0);
  expect(sum).toBe(differenceMinor);
  return Object.fromEntries(reasons.map(({ reason, minor }) => [reason, minor]));
}

test("net is the total less refunds, and less what edits took off", async () => {
  expect(await worth()).toEqual({
    1: 3000,
    2: 6600,
    3: 6600,
    4: 4600,
    5: 5100,
    7: 3000,
    10: 3500,
    11: 3000,
    12: 2300,
    13: 6000,
  });
});

test("the difference to the admin's figure is explained to the penny", async () => {
  const figures = await askForFigures({});
  expect(figures.asked).toEqual({ countedMinor: 43_700, countedOrders: 10 });
  expect(reasonsOf(figures.against)).toEqual({ edits: -1000, "nothing-left": 500 });
  expect(figures.against).toMatchObject({
    reconciliation: {
      adminMinor: 44_200,
      adminOrders: 12,
      cancelledOrders: 1,
      emptyOrders: 1,
      ordersNotRead: 0,
    },
  });
});

test("an order paid in yen counts in pounds, and says what it was paid in", async () => {
  const inYen = await stage.app.db.order.findMany({
    where: { shop: stage.shop, presentmentCurrency: "JPY" },
  });
  expect(
    inYen.map(({ totalMinorUnits, paymentGateways, shippingMethod }) => [
      totalMinorUnits,
      paymentGateways,
      shippingMethod,
    ]),
  ).toEqual([[3000n, "bogus", null]]);
});

const goodsOnly = { taxes: false, shipping: false, extras: false, giftCards: false };

describe("rules that are asked about before they are saved", () => {
  test.each<[string, Partial<MoneyRules>, number, number, Record<string, number>]>([
    [
      "without taxes",
      { taxes: false },
      // 11.00 each of customers 2, 3 and 5, 7.67 left of 4, 10.00 left of 13.
      43_700 - 3 * 1100 - 767 - 1000,
      10,
      { taxes: -5067 },
    ],
    ["without shipping", { shipping: false }, 43_700 - 4 * 600, 10, { shipping: -2400 }],
    ["without gift cards", { giftCards: false }, 41_200, 10, { "gift-cards": -2500 }],
    ["without tips", { extras: false }, 43_400, 10, { extras: -300 }],
    ["with goods alone", goodsOnly, 33_833, 10, {}],
    ["with cancelled and test orders", { cancelled: true, test: true }, 45_200, 12, {}],
  ])("%s", async (_, rules, countedMinor, countedOrders, reasons) => {
    const { asked, live, against } = await askForFigures(rules);
    expect(asked).toEqual({ countedMinor, countedOrders });
    expect(live).toEqual({ countedMinor: 43_700, countedOrders: 10 });
    expect(reasonsOf(against)).toMatchObject({ ...reasons, edits: -1000, "nothing-left": 500 });
  });

  test("ignoring refunds and edits", async () => {
    const { asked, against } = await askForFigures({ refunds: "ignored" });
    expect(asked).toEqual({ countedMinor: 50_800, countedOrders: 11 });
    expect(reasonsOf(against)).toEqual({ refunds: 6600 });
  });

  test("that are none are refused", async () => {
    const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
      path: "/app/settings/money/figures",
      routeId: "routes/app.settings.money.figures",
      search: { rules: '{"taxes":"perhaps"}' },
    });
    expect(answer.status).toBe(400);
  });
});

describe("saving rules", () => {
  beforeAll(async () => {
    expect(await save({ ...netMoney, ...goodsOnly }, 1)).toEqual({ kind: "saved", version: 2 });
    await stage.settle();
  });

  test("scores everybody by them", async () => {
    expect(await worth()).toEqual({
      1: 3000,
      2: 5000,
      3: 5000,
      4: 3333,
      5: 3500,
      7: 3000,
      10: 1000,
      11: 3000,
      12: 2000,
      13: 5000,
    });
    const shop = await stage.app.db.shop.findFirst();
    expect(shop).toMatchObject({ liveProgramVersion: 2 });
    expect(shop?.moneyConfirmedAt).not.toBeNull();
  });

  test("holds for the next order too", async () => {
    const { world } = stage.simulated;
    const [first] = world.customers.values();
    const [product] = world.products.values();
    if (first === undefined || product === undefined) throw new Error("there is a first of each");
    const lineItems = [{ product, quantity: 1, unitPriceMinor: 2000, discountMinor: 0 }];
    placeOrder(world, { customer: first, lineItems, shippingMinor: 700 });
    await stage.settle();
    expect((await worth())["1"]).toBe(5000);
    const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
      path: "/app/customers/money",
      routeId: "routes/app.customers.money",
      search: { id: String(first.id) },
    });
    const against = JSON.parse(answer.text) as ComparedMoney;
    expect(reasonsOf(against)).toEqual({ shipping: -700 });
    expect(against).toMatchObject({ reconciliation: { oursMinor: 5000, adminMinor: 5700 } });
  });

  test("a second time changes nothing, and from an older form is told", async () => {
    const rules = { ...netMoney, ...goodsOnly };
    expect(await save(rules, 2)).toEqual({ kind: "unchanged", version: 2 });
    expect(await save(netMoney, 1)).toEqual({ kind: "conflict", liveVersion: 2 });
  });

  test("back to net is the program a shop begins with", async () => {
    expect(await save(netMoney, 2)).toEqual({ kind: "saved", version: 3 });
    await stage.settle();
    expect((await worth())["13"]).toBe(6000);
    const program = await stage.app.db.program.findFirst({ where: { version: 3 } });
    expect(program?.definition).toMatchObject({ money: "net" });
  });
});
