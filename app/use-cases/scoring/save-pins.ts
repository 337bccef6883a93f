import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { Transaction } from "../../persistence/database.ts";
import { readHolds, saveHolds, type LabelHold } from "../../persistence/label-holds.ts";
import type { Hold } from "../../scoring/index.ts";
import type { FormerHold } from "./run-detail.ts";

/** Stores the pins a run made, and returns those it replaced. */
export async function savePins(
  tx: Transaction,
  shop: string,
  pins: ReadonlyMap<number, Hold>,
  customers: Pick<CustomerRows, "idAt">,
  { id, setAt }: { id: string; setAt: Date },
): Promise<FormerHold[]> {
  const holds = [...pins].flatMap(([row, hold]) =>
    hold.kind === "pin" ? [pinOf(customers.idAt(row), hold, id, setAt)] : [],
  );
  if (holds.length === 0) return [];
  const ids = holds.map(({ customerId }) => customerId);
  const replaced = (await readHolds(tx, shop, ids)).filter(({ kind }) => kind === "pin");
  await saveHolds(tx, shop, holds);
  return replaced.map((hold) => ({ ...hold, leftRunId: id }));
}

export function pinOf(
  customerId: bigint,
  { by, tier, group, untilDay }: Extract<Hold, { kind: "pin" }>,
  runId: string,
  setAt: Date,
): LabelHold {
  return {
    customerId,
    kind: "pin",
    families: [...(tier === undefined ? [] : ["tier"]), ...(group === undefined ? [] : ["group"])],
    tierKey: tier ?? null,
    groupKey: group ?? null,
    untilDay,
    reason: by,
    runId,
    setBy: null,
    setAt,
  };
}
