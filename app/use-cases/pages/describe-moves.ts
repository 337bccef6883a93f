import type { DecisionRecord } from "../../persistence/runs.ts";
import { nameOfLabel, type LiveProgram } from "../scoring/live-program.ts";
import type { Move } from "./page-words.ts";

export function describeMoves(program: LiveProgram, decisions: readonly DecisionRecord[]): Move[] {
  return decisions.map((decision) => ({
    customerId: String(decision.customerId),
    family: decision.family,
    from:
      decision.fromKey === null ? null : nameOfLabel(program, decision.family, decision.fromKey),
    to: decision.toKey === null ? null : nameOfLabel(program, decision.family, decision.toKey),
    direction: directionOf(program, decision.family, decision.fromKey, decision.toKey),
    at: decision.decidedAt.toISOString(),
    reason: decision.runKind === "import" ? "import" : decision.reason,
    runId: decision.runId,
  }));
}

/** Only tiers have an up and a down. No tier at all is below the lowest. */
export function directionOf(
  program: LiveProgram,
  family: "tier" | "group",
  fromKey: string | null,
  toKey: string | null,
): Move["direction"] {
  if (family === "group") return "sideways";
  const from = rankOf(program, fromKey);
  const to = rankOf(program, toKey);
  return to < from ? "up" : to > from ? "down" : "sideways";
}

/** 0 is the highest tier; a tier the program no longer has counts as lowest. */
function rankOf(program: LiveProgram, key: string | null): number {
  const rank = program.tiers.findIndex((tier) => tier.key === key);
  if (rank >= 0) return rank;
  return key === null ? program.tiers.length + 1 : program.tiers.length;
}
