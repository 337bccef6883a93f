import { writeHeldBy, type DecidedTiers, type PolicyState } from "../../scoring/index.ts";

const byHand = writeHeldBy(["override", "opt-out", "undo", "part"]);

/**
 * What holds a tier that an undo gives back, as bits: all that the rules say of it today, when they leave it where it is;
 * else, as only a hold keeps it there, the holds.
 */
export function heldByOf(byRules: DecidedTiers, restored: PolicyState, row: number): number {
  const words = byRules.heldBy[row] ?? 0;
  return byRules.autoTier[row] === restored.autoTier[row] ? words : words & byHand;
}
