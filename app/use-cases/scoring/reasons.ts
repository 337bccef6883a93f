import type { DecisionReason, RunKind } from "../../persistence/runs.ts";
import {
  never,
  policyOf,
  type Cause,
  type DecidedTiers,
  type Program,
} from "../../scoring/index.ts";
import type { FormerBase } from "./read-former-base.ts";

type BaseKind = Extract<RunKind, "import" | "recalibration" | "program-change">;

/**
 * Why the policy looks at everybody. A run over the base is an evaluation, for which nothing waits; only where a refund
 * lowers at once does it matter whose orders were refunded.
 */
export function causesOf(
  kind: BaseKind,
  program: Program,
  { bought }: Pick<FormerBase, "bought">,
  dirty: ReadonlySet<number>,
): Cause | Cause[] {
  const cause = kind === "program-change" ? "rules" : "cut-offs";
  if (kind === "program-change" || policyOf(program).refunds !== "at-once") return cause;
  return Array.from(bought, (change, row) => (change < 0 && dirty.has(row) ? "refund" : cause));
}

/** What a decision of a run over the base is said to come from. */
export function reasonsOf(
  kind: BaseKind,
  former: Pick<FormerBase, "nextDay" | "nextTier" | "nextGroup">,
  decided: Pick<DecidedTiers, "tier" | "group">,
  dirty: ReadonlySet<number>,
  day: number,
): (row: number) => DecisionReason {
  if (kind === "program-change") return () => "rules";
  if (kind === "import") return () => "order";
  return (row) => {
    if (dirty.has(row) || !(row < decided.tier.length)) return "order";
    const wasDue =
      (former.nextDay[row] ?? never) <= day &&
      former.nextTier[row] === decided.tier[row] &&
      former.nextGroup[row] === decided.group[row];
    return wasDue ? "time" : "cut-offs";
  };
}
