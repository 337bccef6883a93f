import type { MoneyRules, Outlook, OutlookBase } from "../../app/scoring/index.ts";
import {
  foresee,
  formatCalendarDay,
  judgeTraits,
  measureBehaviour,
  traitsOfBits,
  visitsOf,
} from "../../app/scoring/index.ts";
import { loadOrderExport } from "../../order-export/load-order-export.ts";
import { formatMoney } from "../../order-export/parse-money.ts";
import { basketsOfExport } from "./baskets-of-export.ts";
import type { ExportHistory } from "./read-history.ts";

/** What `--models` adds after the stage. */
export const modelHeader = [
  "traits",
  "p_buy_90d",
  "p_buy_180d",
  "expected_orders_365d",
  "expected_spend_365d",
  "next_order_at",
  "model",
];

/** The cells of one customer; empty where there is too little history to say anything. */
export type ModelCells = (customer: number) => string[];

/** Foresees everybody and judges their traits. Reads the export a second time: traits need what was in the orders. */
export async function createModelCells(
  path: string,
  history: ExportHistory,
  { outlookBase, asOfDay, minorDigits, rules }: Settings,
): Promise<ModelCells> {
  const outlookCells = createOutlookCells(outlookBase, history, asOfDay, minorDigits);
  const { orders, timeZone } = await loadOrderExport(path, { timeZone: history.timeZone });
  const baskets = basketsOfExport(orders, history.customers, timeZone, rules);
  const { traits } = measureBehaviour(baskets, asOfDay);
  const traitBits = judgeTraits(baskets, visitsOf(baskets, asOfDay), traits, asOfDay);
  return (customer) => [
    traitsOfBits(traitBits[customer] ?? 0).join("|"),
    ...outlookCells(customer),
  ];
}

type Settings = {
  outlookBase: OutlookBase;
  asOfDay: number;
  minorDigits: number;
  rules: MoneyRules;
};

function createOutlookCells(
  base: OutlookBase,
  { frame }: ExportHistory,
  asOfDay: number,
  minorDigits: number,
): ModelCells {
  if (base.kind === "not-enough-history") return () => ["", "", "", "", "", ""];
  const outlook = foresee(base, frame, asOfDay);
  const rowByCustomer = new Map([...outlook.customers].map((customer, row) => [customer, row]));
  return (customer) => {
    const row = rowByCustomer.get(customer) ?? 0;
    return [
      formatShare(outlook.pBuy90d[row]),
      formatShare(outlook.pBuy180d[row]),
      formatShare(outlook.expectedOrders365d[row]),
      formatMoney(Math.round(outlook.expectedSpend365dMinor[row] ?? 0), minorDigits),
      formatNextOrder(outlook, row),
      base.chosen.chances,
    ];
  };
}

function formatShare(value = 0): string {
  return value.toFixed(6);
}

/** A date in shop time; empty when it is more likely than not that no order follows. */
function formatNextOrder({ nextOrderDay }: Outlook, row: number): string {
  const day = nextOrderDay[row] ?? NaN;
  return Number.isNaN(day) ? "" : formatCalendarDay(day);
}
