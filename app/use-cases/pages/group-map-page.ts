import { totalByCell, type CellTotal } from "../../persistence/group-totals.ts";
import { groupGridOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/** Some customers, summed up. */
export interface CustomerTotals {
  customers: number;
  windowNetMinorUnits: number;
  countedOrders: number;
  /** Together. */
  daysSinceLastOrder: number;
}

export interface MapCell {
  recency: number;
  frequencyMonetary: number;
  /** Whose region the cell is in: its largest group, in an empty cell the one it would be; null where nobody can say. */
  group: string | null;
  /** Who is in it, the largest first. */
  groups: ({ key: string } & CustomerTotals)[];
}

export interface GroupMapPage {
  shop: { currencyCode: string; timeZone: string };
  version: number;
  windowDays: number;
  rankedCustomers: number;
  levels: number;
  /** False: the groups go by value or by stage, and the map only shows where they are. */
  goesByScores: boolean;
  groups: { key: string; name: string }[];
  /** From the most recent row down, from the lowest column up. */
  cells: MapCell[];
}

/** Which kinds of customers there are, over recency and frequency with spend. */
export async function readGroupMapPage(app: App, shop: string): Promise<GroupMapPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const totals = await totalByCell(app.db, shop, await app.now());
  const grid = groupGridOf(program.definition);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    version: program.version,
    windowDays: program.definition.windowDays,
    rankedCustomers: totals.reduce((sum, { customers }) => sum + customers, 0),
    levels: grid.levels,
    goesByScores: grid.cells.some(({ groups }) => groups.length > 0),
    groups: program.groups.map(({ key, name }) => ({ key, name })),
    cells: grid.cells.map(({ recency, frequencyMonetary, groups: possible }) => {
      const groups = totals
        .filter((each) => each.recency === recency && each.frequencyMonetary === frequencyMonetary)
        .map(({ group: key, ...sums }) => ({ key, ...sumsOf(sums) }));
      const group = groups[0]?.key ?? possible[0] ?? null;
      return { recency, frequencyMonetary, group, groups };
    }),
  };
}

function sumsOf({
  customers,
  windowNetMinorUnits,
  countedOrders,
  daysSinceLastOrder,
}: Omit<CellTotal, "group">): CustomerTotals {
  return { customers, windowNetMinorUnits, countedOrders, daysSinceLastOrder };
}
