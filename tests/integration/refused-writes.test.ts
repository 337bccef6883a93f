/** Customers whom Shopify refuses to change: shown with the run that changed them, and tried again when asked to. One story. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPublishingPage } from "../../app/use-cases/pages/publishing-page.ts";
import { readRunPage } from "../../app/use-cases/pages/run-page.ts";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const full = Array.from({ length: 249 }, (_, index) => `their ${String(index)}`);
const reason = "Tags cannot be more than 250";
let stage: TestStage;
let runId: string;
let changed: number;
let crowded: Customer[];

beforeAll(async () => {
  stage = await openTestStage({ customers: 40, plan: "plus" });
  await install(stage);
  const run = await stage.app.db.run.findFirstOrThrow({ where: { kind: "import" } });
  runId = run.id;
  changed = run.customersChanged;
  const ranked = holdingsFor(scorePlainly(stage.simulated.world)).tags;
  const { customers } = stage.simulated.world;
  crowded = Object.keys(ranked)
    .slice(0, 2)
    .flatMap((id) => customers.get(Number(id)) ?? []);
  for (const customer of crowded) changeCustomerTags(stage.simulated.world, customer, full);
  await stage.settle();
});
afterAll(() => stage.close());

async function writesOfRun() {
  const page = await readRunPage(stage.app, stage.shop, runId, null, "1");
  return page?.writes ?? null;
}

/** As the buttons of both pages do, over HTTP. */
async function retry(run: unknown) {
  const answer = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/publishing/retry",
    routeId: "routes/app.publishing.retry",
    body: { run },
  });
  await stage.settle();
  return answer.status === 200 ? (JSON.parse(answer.text) as unknown) : answer.status;
}

/** Behind the app's back: no webhook tells of it. */
function silently(act: () => void) {
  const { faults } = stage.simulated.webhooks;
  faults.set([{ fault: { kind: "drop" } }], { seed: 1 });
  act();
  faults.set([], { seed: 1 });
}

test("a run says nothing of writes while nothing is published, and then that all wait", async () => {
  expect(await writesOfRun()).toBeNull();
  await stage.app.db.shop.updateMany({ data: { publishTags: true, dryRun: true } });
  expect(await writesOfRun()).toEqual({
    ...{ written: 0, waiting: changed, changedByOthers: 0, lastWrittenAt: null, isDryRun: true },
    refused: { customers: 0, first: [] },
  });
  await stage.app.db.shop.updateMany({ data: { publishTags: false, dryRun: false } });
});

test("whom Shopify refuses is set aside with the reason, on the run's page and on Publishing; the rest is written", async () => {
  const startedAt = new Date();
  await turnOnPublishing(stage);
  await stage.settle();
  const first = crowded
    .map(({ id }) => ({ customerId: String(id), problem: reason }))
    .sort((a, b) => Number(a.customerId) - Number(b.customerId));
  const writes = await writesOfRun();
  expect(writes).toMatchObject({
    ...{ written: changed - 2, waiting: 0, isDryRun: false },
    refused: { customers: 2, first },
  });
  expect(new Date(writes?.lastWrittenAt ?? 0).getTime()).toBeGreaterThanOrEqual(
    startedAt.getTime(),
  );
  expect((await readPublishingPage(stage.app, stage.shop)).refused).toEqual({
    customers: 2,
    first,
  });
});

test("another try that Shopify refuses again leaves them set aside", async () => {
  expect(await retry(runId)).toEqual({ kind: "asked", customers: 2 });
  expect(await writesOfRun()).toMatchObject({ waiting: 0, refused: { customers: 2 } });
});

test("a run that did not change them tries nobody again, and what is no run is refused", async () => {
  expect(await retry("00000000-0000-7000-8000-000000000000")).toEqual({
    kind: "asked",
    customers: 0,
  });
  expect(await retry("all")).toBe(400);
  expect(await writesOfRun()).toMatchObject({ refused: { customers: 2 } });
});

test("once there is room, trying again writes those of the run, and then everybody", async () => {
  const [one, other] = crowded;
  if (one === undefined || other === undefined) throw new Error("there are two");
  silently(() => {
    changeCustomerTags(stage.simulated.world, one, ["theirs"]);
  });
  expect(await retry(runId)).toEqual({ kind: "asked", customers: 2 });
  expect(await writesOfRun()).toMatchObject({
    ...{ written: changed - 1, waiting: 0 },
    refused: { customers: 1, first: [{ customerId: String(other.id) }] },
  });

  silently(() => {
    changeCustomerTags(stage.simulated.world, other, []);
  });
  expect(await retry(null)).toEqual({ kind: "asked", customers: 1 });
  expect(await writesOfRun()).toMatchObject({ written: changed, refused: { customers: 0 } });
  expect((await readPublishingPage(stage.app, stage.shop)).refused.customers).toBe(0);
  expect(holdingsOf(stage.simulated.world)).toEqual(
    holdingsFor(scorePlainly(stage.simulated.world)),
  );
});

test("who was changed by others and is left so is no failed write: it is said, and not tried again", async () => {
  await stage.app.db.shop.updateMany({ data: { reportDriftOnly: true } });
  const [one] = crowded;
  if (one === undefined) throw new Error("there is one");
  changeCustomerTags(stage.simulated.world, one, []);
  await stage.settle();
  expect(await writesOfRun()).toMatchObject({
    ...{ written: changed - 1, changedByOthers: 1 },
    refused: { customers: 0 },
  });
  expect(await retry(null)).toEqual({ kind: "asked", customers: 0 });
  expect(one.tags).toEqual([]);
});
