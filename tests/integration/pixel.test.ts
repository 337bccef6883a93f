/** What the web pixel sends, over HTTP, from turning it on to what is remembered of whom. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetHistory } from "../../app/use-cases/privacy/forget-history.ts";
import { readCustomerInterest } from "../../app/use-cases/pages/customer-interest.ts";
import { readInterestPage } from "../../app/use-cases/pages/interest-page.ts";
import { turnPixel } from "../../app/use-cases/interest/turn-pixel.ts";
import { calendarDayOf, interestDaysKept } from "../../app/scoring/index.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let customer: string;

beforeAll(async () => {
  stage = await openTestStage({ customers: 20 });
  await install(stage);
  customer = String((await stage.app.db.standing.findFirstOrThrow()).customerId);
});
afterAll(() => stage.close());

const turn = (isOn: boolean) => turnPixel(stage.app, stage.shop, isOn, `${stage.appUrl}/pixel`);
const settings = () => stage.simulated.world.webPixel?.settings as Record<string, string>;
const message = (changes: object = {}) => ({
  account: settings()["accountID"],
  customer,
  kind: "view",
  product: "5",
  ...changes,
});

async function send(body: unknown): Promise<Response> {
  // As a strict sandbox does: from nowhere, as plain text.
  return fetch(`${stage.appUrl}/pixel`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { Origin: "null", "User-Agent": "Mozilla/5.0 Chrome/147.0.0.0" },
  });
}

async function counts() {
  const { db } = stage.app;
  const rows = await db.interestCount.findMany({ orderBy: [{ kind: "asc" }, { subject: "asc" }] });
  return rows.map(({ kind, subject, times }) => `${kind} ${subject} ${times}`.trim());
}

test("turned on, the shop loads the pixel with the address and the secret of this shop", async () => {
  expect(stage.simulated.world.webPixel).toBeNull();
  expect(await turn(true)).toEqual({ kind: "done" });
  expect(settings()).toEqual({
    accountID: expect.stringMatching(`^${stage.shop}/[0-9a-f-]{36}$`) as string,
    endpoint: `${stage.appUrl}/pixel`,
  });
});

test("what a customer does is counted per day, and nothing of it is sent back", async () => {
  const response = await send(message());
  expect(response.status).toBe(204);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  await send(message());
  await send(message({ kind: "cart" }));
  await send(message({ kind: "search", product: undefined, words: " Green  TEA" }));
  await send(message({ kind: "checkout", product: undefined }));
  expect(await counts()).toEqual(["cart 5 1", "checkout  1", "search green tea 1", "view 5 2"]);
});

test.each([
  ["a customer nobody knows", { customer: "999" }],
  ["another secret", { account: "x.myshopify.com/1" }],
  ["an address in a search", { kind: "search", product: undefined, words: "ada@example.com" }],
])("%s is ignored without a word", async (_case, changes) => {
  const before = await counts();
  expect((await send(message(changes))).status).toBe(204);
  expect(await counts()).toEqual(before);
});

test.each([
  ["nonsense", "{", 400],
  ["what the pixel never sends", { email: "ada@example.com" }, 400],
  ["more than a pixel ever says", "x".repeat(5_000), 413],
])("%s is refused", async (_case, body, status) => {
  expect((await send(body)).status).toBe(status);
});

test("somebody who sends without end is not counted without end", async () => {
  const [, other] = await stage.app.db.standing.findMany({ take: 2 });
  const flood = message({ customer: String(other?.customerId) });
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async () => (await send(flood)).status),
  );
  expect(statuses).toContain(429);
  expect(statuses.filter((status) => status === 204).length).toBeLessThan(80);
});

test("what is older than anything is judged by is forgotten", async () => {
  const { app, shop } = stage;
  const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
  const today = calendarDayOf(await app.now(), record.timeZone);
  const rows = await app.db.interestCount.count();
  const [row] = await app.db.interestCount.findMany({ take: 1 });
  if (row === undefined) throw new Error("nothing was counted");
  const old = { ...row, day: today - interestDaysKept - 1 };
  await app.db.interestCount.create({ data: old });
  await forgetHistory(app, shop);
  expect(await app.db.interestCount.count()).toBe(rows);
});

test("the page of the settings turns it on and off, and says of how many it counts", async () => {
  const ask = (body?: URLSearchParams) =>
    askAsMerchant(stage.appUrl, stage.simulated, {
      path: "/app/settings/data",
      ...(body === undefined ? {} : { routeId: "routes/app.settings.data", body }),
    });
  expect((await ask()).text).toContain("Turn off");
  expect((await ask(new URLSearchParams({ intent: "pixel-off" }))).status).toBe(200);
  expect(stage.simulated.world.webPixel).toBeNull();
  expect((await ask()).text).toContain("Turn on");
  expect((await ask(new URLSearchParams({ intent: "pixel-on" }))).text).toContain('"problem":null');
  expect(settings()["endpoint"]).toBe(`${stage.appUrl}/pixel`);
});

test("who comes back to a product is shown to be interested in it, and rankings say what is looked at", async () => {
  const { app, shop } = stage;
  const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
  const today = calendarDayOf(await app.now(), record.timeZone);
  const row = { shop, customerId: BigInt(customer), kind: "view", subject: "987654" };
  await app.db.interestCount.createMany({
    data: [
      { ...row, day: today - 3, times: 2 },
      { ...row, day: today - 1, times: 5 },
    ],
  });
  expect(await readCustomerInterest(app, shop, customer)).toMatchObject([
    { about: { kind: "product", product: "987654" }, times: 7, days: 2, productName: null },
  ]);
  const path = `/app/customers/${customer}`;
  expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).text).toContain(
    "Interested in Product 987654: looked at it, put it into the cart or left it at the checkout 7 times on 2 days",
  );
  const { tier } = await app.db.standing.findFirstOrThrow({
    where: { customerId: BigInt(customer) },
  });
  const own = await readInterestPage(app, shop, { family: "tiers", key: tier });
  expect(own.products).toContainEqual({ subject: "987654", customers: 1, times: 7, name: null });
  const nobody = await readInterestPage(app, shop, { family: "tiers", key: "no-such-tier" });
  expect([...nobody.products, ...nobody.searches]).toEqual([]);
  const page = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/insights/interest",
  });
  expect(page.text).toContain("green tea");
});

test("turned off, the shop loads it no more and nothing is counted; turned on, it begins with a new secret", async () => {
  const former = message();
  expect(await turn(false)).toEqual({ kind: "done" });
  expect(stage.simulated.world.webPixel).toBeNull();
  const before = await counts();
  await send(former);
  expect(await turn(true)).toEqual({ kind: "done" });
  await send(former);
  expect(await counts()).toEqual(before);
  // One that somebody's lost answer left behind gets the new settings.
  await stage.app.db.shop.updateMany({ data: { pixelId: null } });
  expect(await turn(true)).toEqual({ kind: "done" });
  expect(settings()["accountID"]).not.toBe(former.account);
});

test("a shop that grants no pixel is told so", async () => {
  await turn(false);
  await stage.app.db.shop.updateMany({ data: { missingScopes: ["write_pixels"] } });
  expect(await turn(true)).toEqual({ kind: "no-access" });
});
