import type {
  FittedOrderModel,
  FittedSpendModel,
  Frame,
  OutlookBase,
} from "../../app/scoring/index.ts";
import {
  collectPurchaseDays,
  fitOrders,
  fitSpend,
  formatCalendarDay,
  orderModelKinds,
} from "../../app/scoring/index.ts";

/** Pareto/NBD integrates numerically: beyond this many customers it takes minutes, and it is here for comparison only. */
const mostForPareto = 100_000;

/**
 * What `--fit-report` writes: all models at their greatest likelihood (times in days, money in minor units, orders of one
 * day as one), the ones that are used, which lean on what shops of the industry are like while a shop is small, and how
 * right each rule would have been on the last part of the shop's past.
 */
export function describeFit(base: OutlookBase, frame: Frame, asOfDay: number): object {
  const asOf = formatCalendarDay(asOfDay);
  if (base.kind === "not-enough-history") return { asOf, ...base };
  const days = collectPurchaseDays(frame, asOfDay);
  const customers = days.customers.length;
  const kinds = orderModelKinds.filter(
    (kind) => kind !== "pareto-nbd" || customers <= mostForPareto,
  );
  const { repeats, repeatMeanSpend, meanSpend } = days;
  const { models, chosen, backTest } = base;
  return {
    asOf,
    kind: base.kind,
    customers,
    greatestLikelihood: [
      ...kinds.map((kind) => describeOrders(fitOrders(kind, days))),
      describeSpend(
        "gamma-gamma-repeats",
        fitSpend({ orders: repeats, meanSpend: repeatMeanSpend }),
      ),
      describeSpend(
        "gamma-gamma-all",
        fitSpend({ orders: repeats.map((count) => count + 1), meanSpend }),
      ),
    ],
    used: [
      ...Object.values(models.orders).map(describeOrders),
      describeSpend("gamma-gamma-repeats", models.spend["gamma-gamma-repeats"]),
      describeSpend("gamma-gamma-all", models.spend["gamma-gamma-all"]),
    ],
    leansOnIndustry: models.leansOnIndustry,
    chosen,
    backTest:
      backTest.kind === "tested"
        ? { ...backTest, cutDay: undefined, fittedUntil: formatCalendarDay(backTest.cutDay) }
        : backTest,
  };
}

function describeOrders({ model, ...fitted }: FittedOrderModel): object {
  const { kind, ...parameters } = model;
  const { logLikelihood, standardErrors, atBound, distinctHistories } = fitted;
  return { model: kind, parameters, standardErrors, logLikelihood, atBound, distinctHistories };
}

function describeSpend(name: string, fitted: FittedSpendModel | null): object {
  if (fitted === null) return { model: name, kind: "nothing-spent" };
  const { model, logLikelihood, standardErrors, atBound, customers } = fitted;
  return { model: name, parameters: model, standardErrors, logLikelihood, atBound, customers };
}
