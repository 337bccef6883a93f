import { readEstimate } from "../../persistence/estimates.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { groupShares, tierShares } from "./label-shares.ts";
import type { LabelShare } from "./page-words.ts";

/** An estimate of the base, to be shown as one. */
export interface FirstLook {
  customersRead: number;
  /** False: of all customers with orders only those who changed last. */
  isWhole: boolean;
  windowDays: number;
  tiers: LabelShare[];
  groups: LabelShare[];
}

/** Null when there is none, or nobody in it has bought. */
export async function readFirstLook(app: App, shop: Shop): Promise<FirstLook | null> {
  const estimate = await readEstimate(app.db, shop.shop);
  if (estimate === null || estimate.rankedCustomers === 0) return null;
  const program = await readLiveProgram(app, shop);
  return {
    customersRead: estimate.customersRead,
    isWhole: estimate.isWhole,
    windowDays: program.definition.windowDays,
    tiers: tierShares(program, estimate.tiers),
    groups: groupShares(program, estimate.groups),
  };
}
