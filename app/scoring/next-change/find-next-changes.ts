import { never } from "../calendar-day.ts";
import type { Calibration } from "../calibration/calibration.ts";
import type { Frame } from "../frame.ts";
import type { OutlookRules } from "../outlook/spend-forecast.ts";
import { forecastSpend } from "../outlook/spend-forecast.ts";
import type { DecidedTiers } from "../policy/decide-tiers.ts";
import { labelPlacesOf } from "../policy/decide-tiers.ts";
import type { Hold, Holds } from "../policy/holds.ts";
import { noHolds } from "../policy/holds.ts";
import { policyRulesOf } from "../policy/policy-rules.ts";
import type { Program } from "../program/program.ts";
import { asksForOutlook } from "../program/program.ts";
import { createLookAhead } from "./look-ahead.ts";
import { createPassingTime } from "./passing-time.ts";

export type NextChangeInput = {
  frame: Frame;
  /** The day of `decided`. */
  day: number;
  calibration: Calibration;
  program: Program;
  decided: DecidedTiers;
  holds?: Holds;
  /** The models that `decided` was scored with. */
  outlook?: OutlookRules | null;
};

/** Columns over the customers of the frame. */
export type NextChanges = {
  /** The first later day on which the tier or the group in effect is another; `never` = they stay for ever. */
  day: Int32Array;
  /** What they are then: indexes, −1 = none; where nothing changes, what they are now. */
  tier: Int16Array;
  group: Int16Array;
  /**
   * The day on which the customer has to be decided again, with cause "time": that of the change, or an earlier one on which
   * only what the policy remembers is another. Earlier only under a hold, where the automatic tier changes unseen, and for
   * regular buyers of whom more is to be expected as the next order comes nearer.
   */
  dueDay: Int32Array;
  /** The first day on which the numbers do not keep the tier; goes into the stored state in place of what `decideTiers` says. */
  belowFromDay: Int32Array;
};

/**
 * When each customer's labels change if nothing is bought, at the stored calibration: exactly the days that going day by
 * day with `scoreAgainst` and `decideTiers` finds. Only what `decided` says is looked ahead from, so that of a base also
 * some customers can be asked about.
 */
export function findNextChanges(input: NextChangeInput): NextChanges {
  const { frame, day, calibration, program, decided, holds = noHolds, outlook } = input;
  const { customerCount, offsets, orderDay } = frame;
  const forecast = asksForOutlook(program) ? forecastSpend(outlook, frame, day) : null;
  const lookAhead = createLookAhead(
    createPassingTime(frame, day, calibration, program, forecast),
    policyRulesOf(program),
    labelPlacesOf(program),
  );
  const changes: NextChanges = {
    day: new Int32Array(customerCount).fill(never),
    tier: decided.tier.slice(),
    group: decided.group.slice(),
    dueDay: new Int32Array(customerCount).fill(never),
    belowFromDay: decided.belowFromDay.slice(),
  };
  for (let customer = 0; customer < customerCount; customer++) {
    const found = lookAhead({
      customer,
      day,
      tier: decided.tier[customer] ?? -1,
      group: decided.group[customer] ?? -1,
      autoTier: decided.autoTier[customer] ?? -1,
      sinceDay: decided.sinceDay[customer] ?? never,
      belowFromDay: decided.belowFromDay[customer] ?? never,
      heldBy: decided.heldBy[customer] ?? 0,
      firstOrderDay: orderDay[offsets[customer] ?? 0] ?? 0,
      holds: holds.get(customer) ?? withoutHolds,
    });
    changes.day[customer] = found.day;
    changes.tier[customer] = found.tier;
    changes.group[customer] = found.group;
    changes.dueDay[customer] = found.dueDay;
    changes.belowFromDay[customer] = found.belowFromDay;
  }
  return changes;
}

const withoutHolds: readonly Hold[] = [];
