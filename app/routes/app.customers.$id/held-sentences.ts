import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Why } from "../../use-cases/pages/why.ts";

type HeldBy = Why["heldBy"][number];

const byHand: readonly HeldBy[] = ["override", "opt-out", "undo", "part"];

/** Whether the rules' own policy, and not somebody's hand, keeps the tier from being the one that the numbers enter. */
export function isHeldByPolicy(heldBy: readonly HeldBy[]): boolean {
  return heldBy.some((each) => !byHand.includes(each));
}

/** Which steps of the policy hold the automatic tier, one sentence each. */
export function heldSentences(
  { heldBy, belowFrom, tierSince, asOf, automaticTier }: Why,
  text: Text,
  { calendarDate }: Pick<Formats, "calendarDate">,
): string[] {
  const tier = automaticTier?.name ?? "";
  const below = belowFrom !== null && belowFrom <= asOf ? [belowSince(belowFrom)] : [];
  return [...below, ...heldBy.flatMap((each) => sentenceOf(each))];

  function belowSince(day: string): string {
    return text("why.held.below", { tier, date: calendarDate(day) });
  }

  function sentenceOf(each: HeldBy): string[] {
    switch (each) {
      case "keep":
        return [text("why.held.keep", { tier })];
      case "grace":
        return [text("why.held.grace")];
      case "minimum-stay":
        return tierSince === null
          ? []
          : [text("why.held.minimum-stay", { date: calendarDate(tierSince) })];
      case "one-step":
        return [text("why.held.one-step")];
      case "freeze":
        return [text("why.held.freeze")];
      case "welcome":
        return [text("why.held.welcome", { tier })];
      case "upgrade-waits":
        return [text("why.held.upgrade-waits")];
      case "refund-waits":
        return [text("why.held.refund-waits")];
      // What was decided by hand stands on a card of its own.
      case "override":
      case "opt-out":
      case "undo":
      case "part":
        return [];
    }
  }
}
