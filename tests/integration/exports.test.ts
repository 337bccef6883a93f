/** Every list as a file, as a merchant downloads it, against what the pages show. */
import papaparse from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { exportNames } from "../../app/use-cases/exports/export-list.ts";
import { readGroupsPage } from "../../app/use-cases/pages/groups-page.ts";
import { readJourneysPage } from "../../app/use-cases/pages/journeys-page.ts";
import { readPlacesPage } from "../../app/use-cases/pages/places-page.ts";
import { readTimingPage } from "../../app/use-cases/pages/timing-page.ts";
import { studyBase } from "../../app/use-cases/scoring/study-base.ts";
import { calendarDayOf } from "../../app/scoring/index.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 400 });
  await install(stage);
  await studyBase(stage.app, stage.shop);
});
afterAll(() => stage.close());

const everybody = { family: "tiers", key: null } as const;

async function rowsOf(list: string, search = ""): Promise<Record<string, string>[]> {
  const path = `/app/exports/${list}${search}`;
  const { status, text } = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: `/app/exports/${list}`,
    routeId: "routes/app.exports.$list",
    search: Object.fromEntries(new URLSearchParams(search)),
  });
  expect(status, path).toBe(200);
  expect(text.endsWith("\r\n")).toBe(true);
  const { data, errors } = papaparse.parse<Record<string, string>>(text.trimEnd(), {
    header: true,
  });
  // A file of one column has no delimiter to be told by.
  expect(errors.filter(({ code }) => code !== "UndetectableDelimiter")).toEqual([]);
  return data;
}

test("every list is a file of whole rows, and nothing else is one", async () => {
  for (const name of exportNames) await rowsOf(name);
  const path = "/app/exports/passwords";
  expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).status).toBe(404);
});

test("groups are there with their sizes, and a name that a spreadsheet would compute is text", async () => {
  const { app, shop } = stage;
  const made = await createGroup(
    app,
    shop,
    { kind: "fixed", name: "=1+1", snapshotOf: null },
    null,
  );
  expect(made.kind).toBe("saved");
  const { rows } = await readGroupsPage(app, shop);
  const exported = await rowsOf("groups");
  expect(exported.map(({ group, customers }) => [group, Number(customers)])).toEqual(
    rows.map(({ name, customers }) => [name === "=1+1" ? "'=1+1" : name, customers]),
  );
});

test("runs are there as in the list, and all whom one moved with both labels", async () => {
  const { db } = stage.app;
  const run = await db.run.findFirstOrThrow({ where: { kind: "import" } });
  const runs = await rowsOf("runs");
  expect(runs).toHaveLength(await db.run.count({ where: { kind: { not: "order" } } }));
  expect(runs.find(({ run_id }) => run_id === run.id)).toMatchObject({
    kind: "import",
    by: "itself",
    customers_changed: String(run.customersChanged),
  });
  const movers = await rowsOf("run-movers", `?id=${run.id}`);
  const decided = await db.decision.groupBy({
    by: ["customerId"],
    where: { runId: run.id, family: { not: "automatic" } },
  });
  expect(movers.map(({ customer_id }) => customer_id).sort()).toEqual(
    decided.map(({ customerId }) => String(customerId)).sort(),
  );
  expect(movers.every(({ tier_from, tier_to }) => tier_from === "" && tier_to !== "")).toBe(true);
  expect(await rowsOf("run-movers", "?id=nobody")).toEqual([]);
});

test("customers set aside are there with the reason, beyond those on the page", async () => {
  const { app, shop } = stage;
  const some = await app.db.standing.findMany({ take: 120, orderBy: { customerId: "asc" } });
  const nothing = { possibleTags: [], confirmedTags: [], writtenAt: new Date() };
  await app.db.publication.createMany({
    data: some.map(({ customerId }) => ({ shop, customerId, ...nothing, problem: "=no" })),
  });
  expect(await rowsOf("refused")).toEqual(
    some.map(({ customerId }) => ({ customer_id: String(customerId), problem: "'=no" })),
  );
});

test("what a study says is there whole: places, hours, journeys and what is bought next", async () => {
  const { app, shop } = stage;
  const { profile } = await readPlacesPage(app, shop, "country", everybody);
  const places = await rowsOf("places", "?by=country&of=everyone");
  expect(places.map(({ country, orders }) => [country, Number(orders)])).toEqual(
    profile?.places.map(({ name, orders }) => [name, orders]),
  );
  const hours = await rowsOf("hours");
  expect(hours).toHaveLength(7 * 24);
  const grid = (await readTimingPage(app, shop, everybody)).profile?.grid;
  expect(hours.map(({ orders }) => Number(orders))).toEqual(grid);
  const shown = (await readJourneysPage(app, shop)).journeys;
  const journeys = await rowsOf("journeys");
  expect(journeys.length).toBeGreaterThanOrEqual(
    (shown?.second.length ?? 0) + (shown?.third.length ?? 0),
  );
  expect(journeys[0]).toMatchObject({ customers: String(shown?.second[0]?.customers) });
  expect((await rowsOf("next-purchases", "?of=types")).length).toBeGreaterThan(0);
});

test("what is looked at, searched for and left is there beyond what the page shows", async () => {
  const { app, shop } = stage;
  const { customerId } = await app.db.standing.findFirstOrThrow();
  const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
  const day = calendarDayOf(await app.now(), record.timeZone);
  const subjects = Array.from({ length: 30 }, (_, place) => String(1000 + place));
  await app.db.interestCount.createMany({
    data: subjects.flatMap((subject) => [
      { shop, customerId, day, kind: "view", subject, times: 2 },
      { shop, customerId, day, kind: "search", subject: `=${subject}`, times: 1 },
    ]),
  });
  const [checkoutId, productId] = [1n, 1000n];
  const at = { createdAt: await app.now(), updatedAt: await app.now() };
  await app.db.abandonedCheckout.create({
    data: { shop, checkoutId, customerId: null, ...at, totalMinorUnits: 1250n },
  });
  await app.db.abandonedProduct.create({
    data: { shop, checkoutId, productId, quantity: 1, minorUnits: 1250n },
  });
  const looked = await rowsOf("looked-at");
  expect(looked.map(({ product_id }) => product_id)).toEqual(subjects);
  const searched = await rowsOf("searches");
  expect(searched.map(({ searched_for }) => searched_for)).toEqual(
    subjects.map((subject) => `'=${subject}`),
  );
  expect(await rowsOf("abandoned")).toEqual([
    { product_id: "1000", product: "", checkouts: "1", quantity: "1", worth: "12.50" },
  ]);
  expect(await rowsOf("looked-at", "?of=tier:no-such-tier")).toEqual([]);
});
