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
  /** What the run being undone had set and nobody has changed since: taken away. */
  taken: LabelHold[];
  /** What it had taken away or replaced: back, as it was. */
  restored: LabelHold[];
  /** Customers whose holds somebody else has changed since, so that they stay as they are. */
  skipped: Set<bigint>;
}

/** Brings back the holds of before a run, where they are still as the run left them. */
export async function swapHolds(
  tx: Transaction,
  shop: string,
  runId: string,
  { customerIds, formerHolds, restoredHolds }: RunDetail,
): Promise<SwappedHolds> {
  const taken = [
    ...(await readHoldsOfRun(tx, shop, runId)),
    ...(await findSame(tx, shop, restoredHolds)),
  ];
  for (const kind of holdKinds) {
    const ids = taken.filter((hold) => hold.kind === kind).map(({ customerId }) => customerId);
    if (ids.length > 0) await deleteHolds(tx, shop, kind, ids);
  }
  const concerned = [...new Set([...customerIds, ...formerHolds.map(idOf), ...taken.map(idOf)])];
  const present = new Set((await readHolds(tx, shop, concerned)).map(nameOf));
  const restored = formerHolds.filter((hold) => !present.has(nameOf(hold)));
  await saveHolds(tx, shop, restored);
  const changed = new Set([...taken, ...restored].map(idOf));
  return {
    customerIds: [...changed],
    taken,
    restored,
    skipped: new Set(customerIds.filter((customerId) => !changed.has(customerId))),
  };
}

async function findSame(
  tx: Transaction,
  shop: string,
  wanted: readonly Pick<LabelHold, "customerId" | "kind" | "runId">[],
): Promise<LabelHold[]> {
  if (wanted.length === 0) return [];
  const same = new Set(wanted.map((hold) => `${nameOf(hold)} ${hold.runId}`));
  const holds = await readHolds(tx, shop, wanted.map(idOf));
  return holds.filter((hold) => same.has(`${nameOf(hold)} ${hold.runId}`));
}

function idOf({ customerId }: { customerId: bigint }): bigint {
  return customerId;
}

/** Which hold it is: of each kind a customer has one at most. */
export function nameOf({ customerId, kind }: Pick<LabelHold, "customerId" | "kind">): string {
  return `${customerId} ${kind}`;
}
