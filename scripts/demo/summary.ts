import { z } from "zod";
import { connectDatabase } from "../../app/persistence/database.ts";
import { totalByLabel, totalStandings } from "../../app/persistence/standings.ts";
import { usualTagPrefix } from "../../app/persistence/label-tags.ts";
import type { Stage } from "./merchant.ts";

const shopStatistics = z.object({
  customers: z.number(),
  orders: z.number(),
  tags: z.record(z.string(), z.number()),
  metafields: z.number(),
  segments: z.number(),
  discounts: z.number(),
  apiCalls: z.number(),
  apiPoints: z.number(),
});

/** What the shop holds by its own account, and what the app made of its customers. */
export async function summarize({ shopUrl, shop }: Stage, databaseUrl: string) {
  const held = shopStatistics.parse(await (await fetch(`${shopUrl}/stats`)).json());
  const { tags, customers, orders, ...rest } = held;
  const db = connectDatabase(databaseUrl);
  try {
    return {
      customers,
      orders,
      countedOrders: (await totalStandings(db, shop)).countedOrders,
      tiers: countsByKey(await totalByLabel(db, shop, "tier")),
      groups: countsByKey(await totalByLabel(db, shop, "group")),
      tags: sum(
        Object.entries(tags).flatMap(([tag, count]) =>
          tag.startsWith(`${usualTagPrefix}:`) ? [count] : [],
        ),
      ),
      ...rest,
    };
  } finally {
    await db.$disconnect();
  }
}

function countsByKey(
  totals: readonly { key: string; customers: number }[],
): Record<string, number> {
  return Object.fromEntries(totals.map(({ key, customers }) => [key, customers]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
