import {
  collectPurchaseDays,
  ordersWithin,
  spendWithin,
  type Forecast,
  type Frame,
} from "../../scoring/index.ts";
import type { FittedOutlookBase, PurchaseRule } from "../scoring/outlook-schema.ts";

/** Where nine in ten, and where five in ten, such customers end up. */
export interface Spread {
  likely: { low: number; high: number };
  middle: { low: number; high: number };
}

export type CustomerForecast =
  | { kind: "no-orders" }
  | {
      kind: "forecast";
      /** Days with an order, up to the study. */
      purchases: number;
      pBuy90d: number;
      pBuy180d: number;
      expectedOrders: number | null;
      /** Minor units. */
      expectedSpendMinor: number | null;
      /** Null for a single order: that is no basis for a range. */
      orders: Spread | null;
      spendMinor: Spread | null;
      /** YYYY-MM-DD; null when it is likelier that no order follows. */
      nextOrderOn: string | null;
      rules: { purchases: PurchaseRule; chances: PurchaseRule };
      /** Whether the rules were chosen by the shop's own past. */
      isTested: boolean;
    };

interface ForecastRow {
  pBuy90d: number | null;
  pBuy180d: number | null;
  expectedOrders365d: number | null;
  expectedSpend365d: number | null;
  nextOrderOn: Date | null;
}

const yearDays = 365;
const likelyCoverage = 0.9;
const middleCoverage = 0.5;

/** The stored numbers of a customer, with the range around them by the models that the base allows. */
export function describeForecast(
  row: ForecastRow,
  base: FittedOutlookBase,
  frame: Frame,
  asOfDay: number,
): CustomerForecast {
  const { pBuy90d, pBuy180d } = row;
  const days = collectPurchaseDays(frame, asOfDay);
  if (pBuy90d === null || pBuy180d === null || days.customers.length === 0)
    return { kind: "no-orders" };
  const { chosen, models } = base;
  const repeats = days.repeats[0] ?? 0;
  const history = { repeats, lastAt: days.lastAt[0] ?? 0, observed: days.observed[0] ?? 0 };
  const { plausible } = models.orders[chosen.chances];
  const averagesAll = chosen.spend !== "gamma-gamma-repeats";
  const spend = models.spend[averagesAll ? "gamma-gamma-all" : "gamma-gamma-repeats"];
  const former = averagesAll
    ? { orders: repeats + 1, meanSpend: days.meanSpend[0] ?? 0 }
    : { orders: repeats, meanSpend: days.repeatMeanSpend[0] ?? 0 };
  const isEarly = repeats === 0;
  return {
    kind: "forecast",
    purchases: repeats + 1,
    pBuy90d,
    pBuy180d,
    expectedOrders: row.expectedOrders365d,
    expectedSpendMinor: row.expectedSpend365d,
    orders: isEarly
      ? null
      : spreadOf((coverage) => ordersWithin(plausible, history, yearDays, coverage)),
    spendMinor:
      isEarly || spend === null
        ? null
        : spreadOf((coverage) =>
            spendWithin(plausible, spend.model, history, former, yearDays, coverage),
          ),
    nextOrderOn: row.nextOrderOn?.toISOString().slice(0, 10) ?? null,
    rules: { purchases: chosen.purchases, chances: chosen.chances },
    isTested: base.backTest.kind === "tested",
  };
}

function spreadOf(forecastWith: (coverage: number) => Forecast | null): Spread | null {
  const likely = forecastWith(likelyCoverage);
  const middle = forecastWith(middleCoverage);
  if (likely === null || middle === null) return null;
  return {
    likely: { low: likely.low, high: likely.high },
    middle: { low: middle.low, high: middle.high },
  };
}
