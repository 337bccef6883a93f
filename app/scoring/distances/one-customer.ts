import type { Calibration } from "../calibration/calibration.ts";
import type { Frame } from "../frame.ts";
import { FrameBuilder } from "../frame-builder.ts";
import { findNextChanges } from "../next-change/find-next-changes.ts";
import type { OutlookRules } from "../outlook/spend-forecast.ts";
import type { Cause } from "../policy/decide-tier.ts";
import type { DecidedTiers } from "../policy/decide-tiers.ts";
import { decideTiers } from "../policy/decide-tiers.ts";
import type { Hold, Holds } from "../policy/holds.ts";
import type { PolicyState } from "../policy/policy-state.ts";
import type { Program } from "../program/program.ts";
import { scoreAgainst } from "../score-base.ts";

/** What the engine goes by, whoever the customer is. */
export type EngineRules = {
  calibration: Calibration;
  program: Program;
  outlook?: OutlookRules | null;
};

/** One customer at the end of a day: a frame and columns of one. */
export type OneCustomer = { frame: Frame; day: number; decided: DecidedTiers; holds: Holds };

/** Takes one customer out of a base. Only freezes matter to the automatic tier; other holds are left behind. */
export function pickCustomer(
  frame: Frame,
  day: number,
  decided: PolicyState,
  customer: number,
  holds: readonly Hold[],
): OneCustomer {
  const builder = new FrameBuilder();
  copyOrders(frame, customer, day, builder);
  const autoTier = decided.autoTier.slice(customer, customer + 1);
  return {
    frame: builder.build(1),
    day,
    decided: {
      autoTier,
      sinceDay: decided.sinceDay.slice(customer, customer + 1),
      belowFromDay: decided.belowFromDay.slice(customer, customer + 1),
      heldBy: decided.heldBy.slice(customer, customer + 1),
      tier: autoTier,
      group: Int16Array.of(-1),
    },
    holds: new Map([[0, holds.filter(({ kind }) => kind === "freeze")]]),
  };
}

/** The same customer at the end of a later day, after nothing but time, or sooner when `isReached` says so. */
export function followTime(
  from: OneCustomer,
  untilDay: number,
  rules: EngineRules,
  isReached: (tier: number) => boolean = () => false,
): OneCustomer {
  let customer = from;
  for (;;) {
    const { belowFromDay, dueDay } = findNextChanges({ ...rules, ...customer });
    const due = dueDay[0] ?? untilDay + 1;
    customer = { ...customer, decided: { ...customer.decided, belowFromDay } };
    if (due > untilDay) return { ...customer, day: Math.max(untilDay, customer.day) };
    customer = decideOn(customer, customer.frame, due, "time", rules);
    if (isReached(autoTierOf(customer))) return customer;
  }
}

/** The same customer after an order on the day they are on. */
export function withOrder(from: OneCustomer, netMinor: number, rules: EngineRules): OneCustomer {
  const builder = new FrameBuilder();
  copyOrders(from.frame, 0, from.day, builder);
  builder.add(0, from.day, latest, netMinor);
  return decideOn(from, builder.build(1), from.day, "order", rules);
}

export function autoTierOf({ decided }: OneCustomer): number {
  return decided.autoTier[0] ?? -1;
}

/** Among the orders of its day the last: their order does not matter. */
const latest = Number.MAX_SAFE_INTEGER;

function decideOn(
  { decided: state, holds }: OneCustomer,
  frame: Frame,
  day: number,
  cause: Cause,
  { calibration, program, outlook }: EngineRules,
): OneCustomer {
  const scored = scoreAgainst(calibration, frame, day, program, outlook);
  return {
    frame,
    day,
    holds,
    decided: decideTiers({ ...scored, program, day, cause, state, holds }),
  };
}

function copyOrders(frame: Frame, customer: number, untilDay: number, builder: FrameBuilder): void {
  const { offsets, orderDay, orderAtMs, orderNetMinor } = frame;
  const end = offsets[customer + 1] ?? 0;
  for (let order = offsets[customer] ?? 0; order < end; order++) {
    const day = orderDay[order] ?? 0;
    if (day <= untilDay) builder.add(0, day, orderAtMs[order] ?? 0, orderNetMinor[order] ?? 0);
  }
}
