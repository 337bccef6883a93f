import type { FlowOutcome } from "../../../shopify/flow-triggers.ts";

/** What a trigger cannot work with at all, besides Shopify's own words. */
export const notDeployed = "not-deployed";

export interface JudgedAnswers {
  taken: bigint[];
  /** Something is wrong with these alone. */
  refused: bigint[];
  /** Something is wrong with the trigger: nothing more is sent, and what was not taken waits. */
  problem: string | null;
  /** Why some are worth another attempt; null when none is. */
  tryAgain: string | null;
}

/**
 * What became of the customers of one call. Refusals beside others that were taken are about their customers; where
 * none was taken, the extension that is deployed is not the one we fill, and saying it to each customer's cost helps
 * nobody.
 */
export function judgeAnswers(
  customerIds: readonly bigint[],
  outcomes: readonly FlowOutcome[],
): JudgedAnswers {
  const judged: JudgedAnswers = { taken: [], refused: [], problem: null, tryAgain: null };
  let message: string | null = null;
  for (const [place, customerId] of customerIds.entries()) {
    const outcome = outcomes[place] ?? { kind: "try-again", code: "NO_ANSWER" };
    if (outcome.kind === "taken") judged.taken.push(customerId);
    if (outcome.kind === "refused") {
      judged.refused.push(customerId);
      message ??= outcome.message;
    }
    if (outcome.kind === "try-again") judged.tryAgain = outcome.code;
    if (outcome.kind === "no-such-trigger") judged.problem = notDeployed;
  }
  if (judged.taken.length > 0 || judged.tryAgain !== null || message === null) return judged;
  return { ...judged, refused: [], problem: judged.problem ?? message };
}
