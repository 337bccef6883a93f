import { insertRun, newRunId, type RunKind } from "../../persistence/runs.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { Judging } from "./scored-customers.ts";
import { writeRunDetail, type RunDetail } from "./run-detail.ts";

/** What a run is about, before it is known what it decides. */
export interface RunFacts {
  id: string;
  kind: RunKind;
  programVersion: number;
  calibrationId: string;
  startedAt: Date;
  /** Business time of the decisions. */
  decidedAt: Date;
  /** The number of the staff member; null = the app itself. */
  actor?: string | null;
  /** What the staff member said of it. */
  reason?: string | null;
  part?: "all" | "upgrades";
  undoesRunId?: string;
  detail?: Partial<RunDetail>;
}

/** A run that decides on some customers as they are judged now. */
export async function beginRun(
  tx: Transaction,
  kind: RunKind,
  { programVersion, calibrationId, now }: Judging,
  startedAt: Date,
): Promise<RunFacts> {
  return {
    ...{ id: await newRunId(tx), kind, programVersion, calibrationId },
    ...{ startedAt, decidedAt: now },
  };
}

/** How much a run came to. */
export interface RunCount {
  customersScored: number;
  decisions: number;
  customersChanged: number;
}

export async function recordRun(
  tx: Transaction,
  shop: string,
  { detail, ...facts }: RunFacts,
  count: RunCount,
): Promise<void> {
  await insertRun(tx, {
    ...facts,
    ...count,
    ...(detail !== undefined && { detail: writeRunDetail(detail) }),
    shop,
    finishedAt: new Date(),
  });
}
