import { countGroupGrowthSince } from "../../persistence/group-totals.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { tagOf } from "../../persistence/publication-wishes.ts";
import { totalByLabel } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { groupShares } from "./label-shares.ts";

/** One group in the list of all. */
export interface GroupRow {
  kind: "label";
  key: string;
  name: string;
  customers: number;
  windowNetMinorUnits: number;
  /** By how many customers it grew in 30 days. */
  growth: number;
  /** Null = not in Shopify. */
  published: { tag: string; hasSegment: boolean } | null;
}

export interface GroupsPage {
  shop: { currencyCode: string; timeZone: string };
  rankedCustomers: number;
  /** Of all ranked customers. */
  windowNetMinorUnits: number;
  rows: GroupRow[];
}

const growthDays = 30;
const dayMs = 86_400_000;

/** Every group there is. */
export async function readGroupsPage(app: App, shop: string): Promise<GroupsPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const since = new Date((await app.now()).getTime() - growthDays * dayMs);
  const [totals, growth, segments] = await Promise.all([
    totalByLabel(app.db, shop, "group"),
    countGroupGrowthSince(app.db, shop, since),
    listPublishedSegments(app.db, shop),
  ]);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    rankedCustomers: totals.reduce((sum, { customers }) => sum + customers, 0),
    windowNetMinorUnits: totals.reduce((sum, each) => sum + each.windowNetMinorUnits, 0),
    rows: groupShares(program, totals).map(({ key, name, customers, windowNetMinorUnits }) => ({
      kind: "label",
      key,
      name,
      customers,
      windowNetMinorUnits,
      growth: growth.get(key) ?? 0,
      published: record.publishTags
        ? {
            tag: tagOf("group", key),
            hasSegment: segments.some((each) => each.family === "group" && each.labelKey === key),
          }
        : null,
    })),
  };
}
