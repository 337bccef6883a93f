import type { Transaction } from "../../../persistence/database.ts";
import {
  noticeTierMoves,
  noticeTierMovesOf,
  type TierMove,
} from "../../../persistence/flow-notices.ts";
import { readFlowTriggers } from "../../../persistence/flow-triggers.ts";
import { readRun } from "../../../persistence/runs.ts";
import type { RunFacts } from "../../scoring/run-facts.ts";

/** What a run is about, as far as Flow is concerned. */
export type SpeakingRun = Pick<RunFacts, "id" | "kind" | "undoesRunId">;

/**
 * Notes for Flow whose tier a run changes, in the run's own transaction. They are told once Shopify shows the new tier.
 * `"all"`: of a run over the base, everybody it has decided on.
 */
export async function noticeMovesOf(
  tx: Transaction,
  shop: string,
  run: SpeakingRun,
  moves: readonly TierMove[] | "all",
): Promise<void> {
  if (moves !== "all" && moves.length === 0) return;
  const { isOn, afterRuleChanges } = (await readFlowTriggers(tx, shop))["tier-changed"];
  if (!isOn || !doesSpeak(await readOrigin(tx, shop, run), afterRuleChanges)) return;
  const now = new Date();
  if (moves === "all") await noticeTierMovesOf(tx, shop, run.id, now);
  else await noticeTierMoves(tx, shop, moves, now);
}

/**
 * Whether changes that come from a run of this kind are told. Reading the orders for the first time, or all anew, is no
 * news of anybody; a change of the rules is the merchant's own and is told where they want it.
 */
export function doesSpeak(origin: string, afterRuleChanges: boolean): boolean {
  switch (origin) {
    case "import":
      return false;
    case "program-change":
      return afterRuleChanges;
    default:
      return true;
  }
}

/** The kind of run that this one takes back, however often it was taken back: an undo speaks where what it undoes spoke. */
async function readOrigin(tx: Transaction, shop: string, run: SpeakingRun): Promise<string> {
  let origin: { kind: string; undoesRunId?: string | null | undefined } = run;
  while (origin.undoesRunId != null) {
    const undone = await readRun(tx, shop, origin.undoesRunId);
    // Forgotten since: it is not known to have been silent.
    if (undone === null) return "undo";
    origin = undone;
  }
  return origin.kind;
}
