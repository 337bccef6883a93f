import { writeHeldBy, type DecidedTiers, type PolicyState } from "../../scoring/index.ts";

const byHand = writeHeldBy(["override", "opt-out", "undo", "part"]);

/**
 * Makes what an undo gives back say what the rules say of it today, when they leave the tier where it is: since when the
 * numbers do not keep it, and what holds it. Else only a hold keeps it there, and what was remembered stays.
 */
export function describeAsRulesDo(
  restored: Pick<PolicyState, "autoTier" | "belowFromDay" | "heldBy">,
  byRules: DecidedTiers,
  row: number,
): void {
  const words = byRules.heldBy[row] ?? 0;
  const stays = byRules.autoTier[row] === restored.autoTier[row];
  restored.heldBy[row] = stays ? words : words & byHand;
  if (stays) restored.belowFromDay[row] = byRules.belowFromDay[row] ?? 0;
}
