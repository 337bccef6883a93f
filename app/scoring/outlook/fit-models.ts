import type { FittedOrderModel } from "../models/fitting/fit-orders.ts";
import type { MissingHistory } from "../models/fitting/fit-shop.ts";
import { fitShop } from "../models/fitting/fit-shop.ts";
import type { FittedSpendModel } from "../models/fitting/fit-spend.ts";
import type { IndustryKey } from "../industry.ts";
import type { PurchaseDays } from "./purchase-days.ts";

export interface OutlookSettings {
  /** Where a shop starts that is too small to know its own customers. */
  industry: IndustryKey;
}

export const orderModelRules = ["mbg-cnbd-k", "mbg-nbd"] as const;
/** Which model of orders: the one that finds out how regular the rhythm is, or the one that takes it for irregular. */
export type OrderModelRule = (typeof orderModelRules)[number];
export const spendModelRules = ["gamma-gamma-repeats", "gamma-gamma-all"] as const;
/** Whether the first purchase tells something about the value of later ones: in some shops it is a trial. */
export type SpendModelRule = (typeof spendModelRules)[number];

export interface FittedModels {
  kind: "fitted";
  /** In days. */
  orders: Record<OrderModelRule, FittedOrderModel>;
  /** In minor units; null when there is nothing to average. */
  spend: Record<SpendModelRule, FittedSpendModel | null>;
  leansOnIndustry: boolean;
}

/** Fits everything the back-test chooses from. */
export function fitModels(
  days: PurchaseDays,
  { industry }: OutlookSettings,
): FittedModels | { kind: "not-enough-history"; missing: MissingHistory } {
  const { repeats, meanSpend, repeatMeanSpend } = days;
  const settings = { industry, unitDays: 1 };
  const regular = fitShop(
    days,
    { orders: repeats, meanSpend: repeatMeanSpend },
    { ...settings, kind: "mbg-cnbd-k" },
  );
  if (regular.kind === "not-enough-history") return regular;
  const plain = fitShop(
    days,
    { orders: repeats.map((count) => count + 1), meanSpend },
    { ...settings, kind: "mbg-nbd" },
  );
  if (plain.kind === "not-enough-history") return plain;
  return {
    kind: "fitted",
    orders: { "mbg-cnbd-k": regular.orders, "mbg-nbd": plain.orders },
    spend: { "gamma-gamma-repeats": regular.spend, "gamma-gamma-all": plain.spend },
    leansOnIndustry: regular.leansOnIndustry,
  };
}
