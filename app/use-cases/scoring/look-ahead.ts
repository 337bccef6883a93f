import {
  emptyPolicyState,
  type Calibration,
  type DecidedTiers,
  type Frame,
  type Holds,
  type Program,
} from "../../scoring/index.ts";

/** By row: when labels change next if nothing is bought, `never` = not at all, and to which. */
export interface NextChanges {
  day: Int32Array;
  tier: Int16Array;
  group: Int16Array;
}

export interface Ahead {
  program: Program;
  frame: Frame;
  calibration: Calibration;
  day: number;
  decided: DecidedTiers;
  holds: Holds;
}

/** Nothing is looked ahead for yet. */
export function lookAhead({ decided }: Ahead): NextChanges {
  const { sinceDay, autoTier } = emptyPolicyState(decided.tier.length);
  return { day: sinceDay, tier: autoTier, group: autoTier };
}
