import { readChangedSince } from "../../persistence/changed-since.ts";
import type { Transaction } from "../../persistence/database.ts";
import {
  deleteHolds,
  holdKinds,
  readHolds,
  readHoldsOfRun,
  saveHolds,
  type LabelHold,
} from "../../persistence/label-holds.ts";
import type { RunDetail } from "./run-detail.ts";

export interface SwappedHolds {
  /** Whose holds are others now. */
  customerIds: bigint[];
  /** Customers whose holds somebody else has changed since, so that they stay as they are. */
  skipped: Set<bigint>;
}

/** Brings back the holds of before a run, where they are still as the run left them. */
export async function swapHolds(
  tx: Transaction,
  shop: string,
  run: { id: string; decidedAt: Date },
  detail: RunDetail,
): Promise<SwappedHolds> {
  const { taken, restored } = await findHoldsToSwap(tx, shop, run, detail);
  for (const kind of holdKinds) {
    const ids = taken.filter((hold) => hold.kind === kind).map(idOf);
    if (ids.length > 0) await deleteHolds(tx, shop, kind, ids);
  }
  await saveHolds(tx, shop, restored);
  const changed = new Set([...taken, ...restored].map(idOf));
  return {
    customerIds: [...changed],
    skipped: new Set(detail.customerIds.filter((customerId) => !changed.has(customerId))),
  };
}

/** Which holds taking a run back would take away, and which it would give back. */
export async function findHoldsToSwap(
  tx: Transaction,
  shop: string,
  run: { id: string; decidedAt: Date },
  detail: RunDetail,
): Promise<{ taken: LabelHold[]; restored: LabelHold[] }> {
  const { formerHolds, restoredHolds } = detail;
  const own = await readHoldsOfRun(tx, shop, run.id);
  const leftRunIds = new Map<string, string | null>([
    ...[...own, ...restoredHolds].map((hold) => [nameOf(hold), hold.runId] as const),
    ...formerHolds.map((hold) => [nameOf(hold), hold.leftRunId] as const),
  ]);
  const present = await readHolds(tx, shop, [...(await holdersOf(tx, shop, run.id, detail))]);
  const taken = present.filter((hold) => leftRunIds.get(nameOf(hold)) === hold.runId);
  const presentRunIds = new Map(present.map((hold) => [nameOf(hold), hold.runId]));
  const missed = formerHolds.filter(
    (hold) => (presentRunIds.get(nameOf(hold)) ?? null) === hold.leftRunId,
  );
  return { taken, restored: await stillDue(tx, shop, run, missed) };
}

/** Everybody of whom a run changed a hold, or whose holds it was about. */
export async function holdersOf(
  tx: Transaction,
  shop: string,
  runId: string,
  { customerIds, formerHolds, restoredHolds }: RunDetail,
): Promise<Set<bigint>> {
  const own = await readHoldsOfRun(tx, shop, runId);
  return new Set([...customerIds, ...[...own, ...formerHolds, ...restoredHolds].map(idOf)]);
}

/** A pin has ended with its customer's next own order, and is nothing to labels that were decided on since. */
async function stillDue(
  tx: Transaction,
  shop: string,
  run: { id: string; decidedAt: Date },
  holds: readonly LabelHold[],
): Promise<LabelHold[]> {
  if (holds.length === 0) return [];
  const since = await readChangedSince(tx, shop, [...new Set(holds.map(idOf))], run);
  return holds.flatMap((hold) => {
    const changed = since.get(hold.customerId);
    if (changed === undefined) return [];
    if (hold.kind !== "pin") return [hold];
    const families = hold.families.filter((family) => !changed.families.includes(family));
    return changed.hasBought || families.length === 0 ? [] : [{ ...hold, families }];
  });
}

function idOf({ customerId }: { customerId: bigint }): bigint {
  return customerId;
}

/** Which hold it is: of each kind a customer has one at most. */
export function nameOf({ customerId, kind }: Pick<LabelHold, "customerId" | "kind">): string {
  return `${customerId} ${kind}`;
}
