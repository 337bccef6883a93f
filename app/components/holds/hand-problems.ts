import type { PlainMessageKey } from "../../i18n/text.ts";
import type { Text } from "../../i18n/text.ts";
import type { Hand, HandProblem } from "./use-hand.ts";

const problems: Record<Exclude<HandProblem, "too-many">, PlainMessageKey> = {
  "no-such-tier": "holds.problem.no-such-tier",
  "day-is-over": "holds.problem.day-is-over",
  "no-such-day": "holds.problem.no-such-day",
  "not-scored-yet": "holds.problem.not-scored-yet",
  nobody: "holds.problem.nobody",
};

/** Why nothing was done, and what to do instead; "" when nothing is wrong. */
export function problemInWords({ problem, tooMany }: Hand, text: Text): string {
  if (tooMany !== null) return text("holds.problem.too-many", tooMany);
  return problem === null || problem === "too-many" ? "" : text(problems[problem]);
}
