import { readSizesOn, totalSalesByGroup } from "../../persistence/custom-group-members.ts";
import { listCustomGroups, type CustomGroup } from "../../persistence/custom-groups.ts";
import { countGroupGrowthSince } from "../../persistence/group-totals.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { tagOf } from "../../persistence/label-tags.ts";
import { totalByLabel } from "../../persistence/standings.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { groupShares } from "./label-shares.ts";

export type GroupKind = "label" | "dynamic" | "fixed";

/** One group in the list of all. */
export interface GroupRow {
  kind: GroupKind;
  /** A label's key, or the id of a group of the merchant's own. */
  key: string;
  name: string;
  customers: number;
  windowNetMinorUnits: number;
  /** By how many customers it grew in 30 days, or since it is there. */
  growth: number;
  /** Null = not in Shopify. */
  published: { tag: string; hasSegment: boolean } | null;
}

export interface GroupsPage {
  shop: { currencyCode: string; timeZone: string };
  rankedCustomers: number;
  /** Of all ranked customers. */
  windowNetMinorUnits: number;
  /** The program's groups in their order, then the merchant's own by age. */
  rows: GroupRow[];
}

const growthDays = 30;
const dayMs = 86_400_000;

/** Every group there is. */
export async function readGroupsPage(app: App, shop: string): Promise<GroupsPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const now = await app.now();
  const since = new Date(now.getTime() - growthDays * dayMs);
  const sinceDay = calendarDayOf(now, record.timeZone) - growthDays;
  const [totals, growth, segments, own, sizes, sales] = await Promise.all([
    totalByLabel(app.db, shop, "group"),
    countGroupGrowthSince(app.db, shop, since),
    listPublishedSegments(app.db, shop),
    listCustomGroups(app.db, shop),
    readSizesOn(app.db, shop, sinceDay),
    totalSalesByGroup(app.db, shop),
  ]);
  const hasSegment = (family: string, key: string) =>
    segments.some((each) => each.family === family && each.labelKey === key);
  const labels = groupShares(program, totals).map((label): GroupRow => ({
    kind: "label",
    key: label.key,
    name: label.name,
    customers: label.customers,
    windowNetMinorUnits: label.windowNetMinorUnits,
    growth: growth.get(label.key) ?? 0,
    published: record.publishTags
      ? {
          tag: tagOf(record.tagPrefix, "group", label.key),
          hasSegment: hasSegment("group", label.key),
        }
      : null,
  }));
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    rankedCustomers: totals.reduce((sum, { customers }) => sum + customers, 0),
    windowNetMinorUnits: totals.reduce((sum, each) => sum + each.windowNetMinorUnits, 0),
    rows: [
      ...labels,
      ...own.map((group): GroupRow => ({
        kind: kindOf(group),
        key: group.id,
        name: group.name,
        customers: group.customers,
        windowNetMinorUnits: sales.get(group.id) ?? 0,
        growth: group.customers - (sizes.get(group.id) ?? group.customers),
        published:
          record.publishTags && group.publishTag
            ? {
                tag: tagOf(record.tagPrefix, "list", group.key),
                hasSegment: hasSegment("list", group.key),
              }
            : null,
      })),
    ],
  };
}

export function kindOf({ kind }: Pick<CustomGroup, "kind">): "dynamic" | "fixed" {
  return kind === "dynamic" ? "dynamic" : "fixed";
}
