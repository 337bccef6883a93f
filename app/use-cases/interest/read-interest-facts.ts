import { z } from "zod";
import { readCheckouts } from "../../persistence/abandoned-checkouts.ts";
import type { Database } from "../../persistence/database.ts";
import { listOrderedProducts, readInterest } from "../../persistence/interest-counts.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  interestDaysKept,
  type InterestCount,
  type InterestFacts,
} from "../../scoring/index.ts";

const kindSchema = z.enum(["view", "cart", "search", "checkout", "purchase"]);
const dayMs = 86_400_000;

interface Gathered extends InterestFacts {
  counts: InterestCount[];
  checkouts: InterestFacts["checkouts"][number][];
  orders: InterestFacts["orders"][number][];
}

/** What some customers did as far back as it is judged by; nobody of whom neither counts nor checkouts are known. */
export async function readInterestFacts(
  db: Database,
  { shop, timeZone }: Pick<Shop, "shop" | "timeZone">,
  customerIds: readonly bigint[],
  now: Date,
): Promise<Map<bigint, InterestFacts>> {
  const facts = new Map<bigint, Gathered>();
  const factsOf = (customerId: bigint) => {
    const found = facts.get(customerId) ?? { counts: [], checkouts: [], orders: [] };
    facts.set(customerId, found);
    return found;
  };
  const dayOf = (moment: Date) => calendarDayOf(moment, timeZone);
  for (const { customerId, kind, ...count } of await readInterest(db, shop, customerIds))
    factsOf(customerId).counts.push({ ...count, kind: kindSchema.parse(kind) });
  for (const checkout of await readCheckouts(db, shop, customerIds))
    factsOf(checkout.customerId).checkouts.push({
      day: dayOf(checkout.createdAt),
      completedDay: checkout.completedAt === null ? null : dayOf(checkout.completedAt),
      minorUnits: Number(checkout.totalMinorUnits),
      products: checkout.products,
    });
  // A day more on either side, for the time zone.
  const since = new Date(now.getTime() - (interestDaysKept + 1) * dayMs);
  for (const order of await listOrderedProducts(db, shop, [...facts.keys()], since))
    factsOf(order.customerId).orders.push({
      day: dayOf(order.processedAt),
      products: order.products,
    });
  return facts;
}
