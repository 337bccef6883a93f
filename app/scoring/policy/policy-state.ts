import { never } from "../calendar-day.ts";
import type { Program } from "../program/program.ts";
import { writeHeldBy } from "./held-by.ts";

/**
 * The automatic tier of many customers and what the policy has to remember of each. Under an override it goes on as if
 * there were none, so that letting go of the override needs no arithmetic.
 */
export type PolicyState = {
  /** Index into the program's tiers, −1 = none. */
  autoTier: Int16Array;
  /** The day since when it has been that tier. */
  sinceDay: Int32Array;
  /**
   * The first day on which the numbers do not keep the tier: since when, if it has passed; by the calibration it was found
   * with, if it is to come; `never` where time alone does not do it.
   */
  belowFromDay: Int32Array;
  /** See `readHeldBy`. */
  heldBy: Uint16Array;
};

/** What is stored of one customer. */
export type StoredTier = {
  tierKey: string;
  sinceDay: number;
  /** `null` = never. */
  belowFromDay: number | null;
  heldBy: readonly string[];
};

/** Nobody has a tier yet. */
export function emptyPolicyState(customerCount: number): PolicyState {
  return {
    autoTier: new Int16Array(customerCount).fill(-1),
    sinceDay: new Int32Array(customerCount).fill(never),
    belowFromDay: new Int32Array(customerCount).fill(never),
    heldBy: new Uint16Array(customerCount),
  };
}

/** Columns of what is stored; a tier that the program does not have any more is none. */
export function policyStateOf(
  stored: readonly (StoredTier | null)[],
  { tiers }: Program,
): PolicyState {
  const state = emptyPolicyState(stored.length);
  const indexOfKey = new Map(tiers.map(({ key }, index) => [key, index]));
  for (const [customer, row] of stored.entries()) {
    const tier = row === null ? undefined : indexOfKey.get(row.tierKey);
    if (row === null || tier === undefined) continue;
    state.autoTier[customer] = tier;
    state.sinceDay[customer] = row.sinceDay;
    state.belowFromDay[customer] = row.belowFromDay ?? never;
    state.heldBy[customer] = writeHeldBy(row.heldBy);
  }
  return state;
}
