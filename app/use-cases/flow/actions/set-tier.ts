import { readHolds, type LabelHold } from "../../../persistence/label-holds.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { calendarDayOf, parseCalendarDate } from "../../../scoring/index.ts";
import { findStrangers, meetStrangers } from "../../meet-strangers.ts";
import { holdCustomersIn, type HoldRequest } from "../../scoring/hold-customers.ts";
import { readLiveProgram } from "../../scoring/live-program.ts";
import { findByWord } from "./find-by-word.ts";
import { flowActor } from "./flow-actor.ts";
import type { FlowAction, FlowProblem } from "./outcome.ts";
import { customerIdOf, daysOf, textOf } from "./properties.ts";
import { describeStanding, readLabels } from "./standing-after.ts";

const longestReason = 200;

/**
 * Chooses the customer's tier, as by hand. Whoever never ordered may have one too. Whoever opted out is left alone: a
 * workflow is the automatic tiering they do not want.
 */
export const setTier: FlowAction = async (app, record, properties) => {
  const { shop } = record;
  const customerId = customerIdOf(properties);
  if (customerId === null) return refused({ kind: "no-customer" });
  const word = textOf(properties, "tier");
  if (word === "") return refused({ kind: "no-tier" });
  const today = calendarDayOf(await app.now(), record.timeZone);
  const until = untilDayOf(properties, today);
  if (typeof until === "string") return refused({ kind: until });
  const { definition: program, tiers } = await readLiveProgram(app, record);
  const [tier] = findByWord(tiers, word);
  if (tier === undefined) return refused(noSuchTier(word, tiers));
  const strangers = await findStrangers(app, shop, [customerId]);
  const id = String(customerId);
  if (strangers.unknown.length > 0) return refused({ kind: "no-such-customer", customerId: id });
  const reason = textOf(properties, "reason").slice(0, longestReason);

  return {
    kind: "ready",
    async perform(tx) {
      await lockScoringOf(tx, shop);
      const holds = await readHolds(tx, shop, [customerId]);
      if (holds.some((hold) => hold.kind === "opt-out" && isInForce(hold, today)))
        return refused({ kind: "opted-out", customerId: id });
      const before = await readLabels(tx, shop, customerId);
      // A workflow that starts from every order says the same each time.
      if (holds.some((hold) => isOverrideOf(hold, tier.key, until.day)))
        return { kind: "done", returned: describeStanding(program, before, before) };
      await meetStrangers(tx, shop, strangers);
      const request: HoldRequest = {
        customerIds: [customerId],
        hold: { kind: "override", tier: tier.key, untilDay: until.day },
        reason: reason === "" ? null : reason,
        actor: flowActor,
      };
      const result = await holdCustomersIn(tx, app, shop, request);
      if (result.kind === "done") {
        const after = await readLabels(tx, shop, customerId);
        return { kind: "done", returned: describeStanding(program, before, after) };
      }
      if (result.kind === "nobody") return refused({ kind: "no-such-customer", customerId: id });
      // Nobody is scored yet, a program was just saved and its run is not done, or midnight has passed on the way here.
      return { kind: "later" };
    },
  };
};

/** Says which tiers there are. */
export function noSuchTier(tier: string, tiers: readonly { name: string }[]): FlowProblem {
  return { kind: "no-such-tier", tier, tiers: tiers.map(({ name }) => name) };
}

function refused(problem: FlowProblem) {
  return { kind: "refused", problem } as const;
}

function isOverrideOf(
  { kind, tierKey, untilDay }: LabelHold,
  tier: string,
  until: number | null,
): boolean {
  return kind === "override" && tierKey === tier && untilDay === until;
}

function isInForce({ untilDay }: LabelHold, day: number): boolean {
  return untilDay === null || day < untilDay;
}

/** The first day without it: so many days from today, or a date in shop time. */
function untilDayOf(
  properties: Record<string, unknown>,
  today: number,
): { day: number | null } | "no-such-days" | "no-such-day" | "two-ends" | "day-is-over" {
  const days = daysOf(properties, "days");
  if (days === "no-such-days") return days;
  const text = textOf(properties, "until");
  if (text === "") return { day: days === null ? null : today + days };
  if (days !== null) return "two-ends";
  // A variable of Flow's is a moment; of what somebody types, only the date is there.
  const day = parseCalendarDate(text.slice(0, 10));
  if (day === null) return "no-such-day";
  return day <= today ? "day-is-over" : { day };
}
