import type { FittedOrderModel } from "./fit-orders.ts";
import { fitOrders } from "./fit-orders.ts";
import type { FittedSpendModel, SpendColumns } from "./fit-spend.ts";
import { fitSpend } from "./fit-spend.ts";
import type { HistoryColumns } from "./history-columns.ts";
import type { IndustryKey } from "../../industry.ts";
import { industryBeliefs, spendBeliefs } from "./industry-beliefs.ts";

/** How many more of each a shop needs before its models mean anything; what there is enough of is absent. */
export interface MissingHistory {
  customers?: number;
  returningCustomers?: number;
  /** In the columns' time unit. */
  observedTime?: number;
}

export type FittedShop =
  | {
      kind: "fitted";
      orders: FittedOrderModel;
      /** Null when nobody spent anything. */
      spend: FittedSpendModel | null;
      /** Whether the starting point of the industry still matters: fewer than a thousand customers. */
      leansOnIndustry: boolean;
    }
  | { kind: "not-enough-history"; missing: MissingHistory };

export interface ShopFitSettings {
  industry: IndustryKey;
  /** Days in one unit of time of the columns. */
  unitDays: number;
  /** Which orders model; the regular one finds out by itself whether the rhythm is regular. */
  kind?: "mbg-nbd" | "mbg-cnbd-k";
}

/** Below these a fit is the prior and nothing else. */
const leastCustomers = 30;
const leastReturning = 5;
/** A month: with less no customer has had time to come back. */
const leastDays = 30;
const customersOfOwn = 1000;

/**
 * The models of one shop: most probable parameters given its histories and what shops of its industry are like. The prior
 * is worth about one observation per parameter, so from a thousand customers on the result is the plain likelihood's to
 * within a small part of its standard error. With too little history to say anything it says what is missing.
 *
 * Example: 12 customers, 2 of them back → not enough: 18 customers and 3 returning ones are missing.
 */
export function fitShop(
  histories: HistoryColumns,
  spend: SpendColumns,
  settings: ShopFitSettings,
): FittedShop {
  const missing = findMissing(histories, settings.unitDays);
  if (missing !== null) return { kind: "not-enough-history", missing };
  const kind = settings.kind ?? (histories.logGaps === undefined ? "mbg-nbd" : "mbg-cnbd-k");
  const mean = meanOf(spend);
  return {
    kind: "fitted",
    orders: fitOrders(kind, histories, {
      beliefs: industryBeliefs(settings.industry, settings.unitDays),
    }),
    spend: mean === null ? null : fitSpend(spend, { beliefs: spendBeliefs(mean) }),
    leansOnIndustry: histories.repeats.length < customersOfOwn,
  };
}

function findMissing(
  { repeats, observed }: HistoryColumns,
  unitDays: number,
): MissingHistory | null {
  let [returning, longest] = [0, 0];
  for (let customer = 0; customer < repeats.length; customer++) {
    if ((repeats[customer] ?? 0) > 0) returning++;
    longest = Math.max(longest, observed[customer] ?? 0);
  }
  const missing: MissingHistory = {};
  if (repeats.length < leastCustomers) missing.customers = leastCustomers - repeats.length;
  if (returning < leastReturning) missing.returningCustomers = leastReturning - returning;
  if (longest * unitDays < leastDays) missing.observedTime = leastDays / unitDays - longest;
  return Object.keys(missing).length === 0 ? null : missing;
}

/** Mean of the customers' mean spends, null when nobody spent anything. */
function meanOf({ orders, meanSpend }: SpendColumns): number | null {
  let [sum, count] = [0, 0];
  for (let customer = 0; customer < orders.length; customer++) {
    const mean = meanSpend[customer] ?? 0;
    if ((orders[customer] ?? 0) > 0 && mean > 0) {
      sum += mean;
      count++;
    }
  }
  return count === 0 ? null : sum / count;
}
