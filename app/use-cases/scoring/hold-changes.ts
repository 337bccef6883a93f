import type { LabelHold } from "../../persistence/label-holds.ts";
import type { RunDetail } from "./run-detail.ts";
import { nameOf } from "./swap-holds.ts";

/** What a run came to in holds, from all that some customers had before it and after it. */
export function holdChanges(
  before: readonly LabelHold[],
  after: readonly LabelHold[],
  runId: string,
): Pick<RunDetail, "formerHolds" | "restoredHolds"> {
  const runBefore = new Map(before.map((hold) => [nameOf(hold), hold.runId]));
  const runAfter = new Map(after.map((hold) => [nameOf(hold), hold.runId]));
  return {
    formerHolds: before.flatMap((hold) => {
      const leftRunId = runAfter.get(nameOf(hold)) ?? null;
      return leftRunId === hold.runId ? [] : [{ ...hold, leftRunId }];
    }),
    restoredHolds: after.filter((hold) => !runBefore.has(nameOf(hold)) && hold.runId !== runId),
  };
}
