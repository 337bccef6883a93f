/** What the pages under Groups say, against the shop's own orders. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBesideShopify } from "../../app/use-cases/groups/beside-shopify.ts";
import { askForShopifyGroups } from "../../app/use-cases/groups/read-shopify-groups.ts";
import { readBesideShopifyPage } from "../../app/use-cases/pages/beside-shopify-page.ts";
import { readGroupMapPage } from "../../app/use-cases/pages/group-map-page.ts";
import { readGroupsPage } from "../../app/use-cases/pages/groups-page.ts";
import { rfmGroupsOf } from "../../simulated-shop/world/rfm-groups.ts";
import { scorePlainly, type PlainStanding } from "../setup/score-plainly.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let standings: PlainStanding[];

beforeAll(async () => {
  stage = await openTestStage({ customers: 300 });
  await install(stage);
  standings = [...scorePlainly(stage.simulated.world).values()];
});
afterAll(() => stage.close());

test("the map counts every ranked customer once, in their own square and group", async () => {
  const { cells, rankedCustomers } = await readGroupMapPage(stage.app, stage.shop);
  expect(rankedCustomers).toBe(standings.length);
  expect(cells).toHaveLength(25);
  for (const { recency, frequencyMonetary, groups } of cells) {
    const here = standings.filter(
      (each) =>
        each.recencyScore === recency &&
        Math.floor((each.frequencyScore + each.monetaryScore + 1) / 2) === frequencyMonetary,
    );
    const counts = groups.map(({ key, customers }) => [key, customers] as const);
    expect(new Map(counts)).toEqual(countBy(here));
    const sales = groups.reduce((sum, each) => sum + each.windowNetMinorUnits, 0);
    expect(sales).toBe(here.reduce((sum, each) => sum + each.windowNetMinorUnits, 0));
  }
});

test("the list has every group of the program, and a first calculation is no growth", async () => {
  const { rows } = await readGroupsPage(stage.app, stage.shop);
  const counts = countBy(standings);
  expect(rows.map(({ key, customers, growth }) => ({ key, customers, growth }))).toEqual(
    ["high-value", "potential", "new", "at-risk", "dormant"].map((key) => ({
      key,
      customers: counts.get(key) ?? 0,
      growth: 0,
    })),
  );
});

test("beside Shopify's own groups every ranked customer is counted once, and why they differ", async () => {
  const { app, shop, simulated } = stage;
  expect((await readBesideShopifyPage(app, shop)).reading).toBeNull();
  await askForShopifyGroups(app, shop);
  await stage.settle();
  const page = await readBesideShopifyPage(app, shop);
  expect(page.reading).toMatchObject({ isUnderWay: false });
  expect(page.customers).toBe(standings.length);
  expect(page.sameScores + page.otherScores).toBe(standings.length);
  const theirs = rfmGroupsOf(simulated.world);
  const champions = [...theirs].filter(([, group]) => group === "CHAMPIONS").length;
  const counted = page.cells.filter((cell) => cell.theirs === "champions");
  expect(champions).toBeGreaterThan(0);
  expect(counted.reduce((sum, { customers }) => sum + customers, 0)).toBe(champions);

  const [customer] = [...theirs].find(([, group]) => group === "CHAMPIONS") ?? [];
  const one = await readBesideShopify(app, shop, String(customer?.id));
  expect(one?.shopifyGroup).toBe("Champions");
  expect(one?.reason.kind).toMatch(/same-scores|other-scores/);
  expect(await readBesideShopify(app, shop, "4")).toBeNull();
});

function countBy(these: readonly PlainStanding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of these) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
