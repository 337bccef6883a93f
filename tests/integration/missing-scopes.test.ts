/** A shop that takes a scope back, and grants it again: work waits, the merchant is told, and nothing is lost. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { readAppConfiguration } from "../../simulated-shop/tokens/app-configuration.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { declaredScopes } from "../../app/shopify/scopes.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsOf } from "../setup/holdings.ts";
import { buy, holdingsDue } from "../setup/plain-shop.ts";
import { calibratePlainly, type PlainCalibration } from "../setup/score-plainly.ts";
import {
  appConfigurationFile,
  install,
  openTestStage,
  type TestStage,
} from "../setup/test-stage.ts";

let stage: TestStage;
let calibration: PlainCalibration;
let customer: Customer;

beforeAll(async () => {
  stage = await openTestStage({ customers: 40, plan: "plus" });
  calibration = calibratePlainly(stage.simulated.world);
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
  const buyer = [...stage.simulated.world.customers.values()].find(
    ({ orders }) => orders.length > 0,
  );
  if (buyer === undefined) throw new Error("somebody has bought something");
  customer = buyer;
});
afterAll(() => stage.close());

function grant(scopes: readonly string[]): void {
  stage.simulated.grantScopes(scopes);
}

async function homePage(): Promise<string> {
  return (await askAsMerchant(stage.appUrl, stage.simulated, { path: "/app" })).text;
}

function expectEverythingInStep(): void {
  const { world } = stage.simulated;
  expect(holdingsOf(world)).toEqual(holdingsDue(world, calibration));
}

test("the scopes the app looks for are those shopify.app.toml declares", () => {
  const { scopes } = readAppConfiguration(appConfigurationFile);
  expect([...scopes].sort()).toEqual([...declaredScopes].sort());
});

test("a shop that grants all has no banner", async () => {
  expect(await homePage()).not.toContain("Grant access");
});

test("without reading orders their news wait in the inbox, and no job fails over them", async () => {
  grant(declaredScopes.filter((scope) => scope !== "read_orders"));
  await stage.settle();
  const before = await stage.app.db.order.count();
  buy(stage.simulated.world, customer, 700_000);
  await stage.settle();
  expect(await stage.app.db.order.count()).toBe(before);
  expect(await stage.app.db.inboxEvent.count({ where: { handledAt: null } })).toBeGreaterThan(0);
  const page = await homePage();
  expect(page).toContain("Read orders: nothing new is counted");
  expect(page).toContain("/oauth/install?client_id=");
});

test("granted again, everything that waited is done", async () => {
  grant(declaredScopes);
  await stage.settle();
  expect(await stage.app.db.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  expectEverythingInStep();
  expect(await homePage()).not.toContain("Grant access");
});

test("without editing customers everything waits too, and then ends where it should", async () => {
  grant(declaredScopes.filter((scope) => scope !== "write_customers"));
  await stage.settle();
  const before = holdingsOf(stage.simulated.world);
  buy(stage.simulated.world, customer, 900_000);
  await stage.settle();
  expect(holdingsOf(stage.simulated.world)).toEqual(before);
  expect(await homePage()).toContain("Edit customers: nothing new is counted");
  grant(declaredScopes);
  await stage.settle();
  expectEverythingInStep();
});

test("when orders of more than 60 days ago may be seen at last, all are read anew", async () => {
  grant(declaredScopes.filter((scope) => scope !== "read_all_orders"));
  await stage.settle();
  const before = await stage.app.db.orderImport.findFirstOrThrow();
  grant(declaredScopes);
  await stage.settle();
  const after = await stage.app.db.orderImport.findFirstOrThrow();
  expect(after.startedAt.getTime()).toBeGreaterThan(before.startedAt.getTime());
  expect(after).toMatchObject({
    seesAllOrders: true,
    ordersDone: stage.simulated.world.orders.size,
  });
});

test("a shop that grants too little from the start is told so, and of no work that goes on", async () => {
  const scopes = declaredScopes.filter((scope) => scope !== "write_customers");
  const poor = await openTestStage({ customers: 10, scopes });
  try {
    await install(poor);
    const { text } = await askAsMerchant(poor.appUrl, poor.simulated, { path: "/app" });
    expect(text).toContain("Edit customers: nothing new is counted");
    expect(text).not.toContain("Asking Shopify for your orders");
    poor.simulated.grantScopes(declaredScopes);
    await poor.settle();
    expect(await poor.app.db.order.count()).toBe(poor.simulated.world.orders.size);
  } finally {
    await poor.close();
  }
});
