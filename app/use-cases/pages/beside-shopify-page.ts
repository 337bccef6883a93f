import { crossShopifyGroups, readShopifyGroupReading } from "../../persistence/shopify-groups.ts";
import { groupPresets } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { nameOfShopifyGroup, reasonOf } from "../groups/beside-shopify.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

export interface BesideShopifyPage {
  shop: { currencyCode: string; timeZone: string };
  /** Null = never asked for. `readAt` null = being read for the first time. */
  reading: { readAt: string | null; isUnderWay: boolean } | null;
  customers: number;
  windowDays: number;
  ours: { key: string; name: string }[];
  theirs: { key: string; name: string }[];
  cells: { ours: string; theirs: string; customers: number }[];
  /** With our scores Shopify's rules say what Shopify says. */
  sameScores: number;
  otherScores: number;
}

/** Our groups against Shopify's own, customer by customer. */
export async function readBesideShopifyPage(app: App, shop: string): Promise<BesideShopifyPage> {
  const record = await requireShop(app, shop);
  const { definition, groups } = await readLiveProgram(app, record);
  const reading = await readShopifyGroupReading(app.db, shop);
  const crossed = await crossShopifyGroups(app.db, shop);
  const cells = new Map<string, { ours: string; theirs: string; customers: number }>();
  let sameScores = 0;
  let customers = 0;
  for (const each of crossed) {
    const key = `${each.group} ${each.shopifyGroup}`;
    const cell = cells.get(key) ?? { ours: each.group, theirs: each.shopifyGroup, customers: 0 };
    cells.set(key, { ...cell, customers: cell.customers + each.customers });
    customers += each.customers;
    if (reasonOf(each, definition.levels ?? 5).kind === "same-scores") sameScores += each.customers;
  }
  const theirs = new Set(crossed.map(({ shopifyGroup }) => shopifyGroup));
  const known = groupPresets["shopify-11"].groups.map(({ key }) => key);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    reading:
      reading === null
        ? null
        : {
            readAt: reading.readAt?.toISOString() ?? null,
            isUnderWay:
              reading.operationId !== null ||
              reading.readAt === null ||
              reading.readAt < reading.askedAt,
          },
    customers,
    windowDays: definition.windowDays,
    ours: groups.map(({ key, name }) => ({ key, name })),
    theirs: [
      ...known.filter((key) => theirs.has(key)),
      ...[...theirs].filter((key) => !known.includes(key)),
    ].map((key) => ({ key, name: nameOfShopifyGroup(key) })),
    cells: [...cells.values()],
    sameScores,
    otherScores: customers - sameScores,
  };
}
