import { moveFixedMemberships } from "../../persistence/custom-group-members.ts";
import type { Transaction } from "../../persistence/database.ts";
import { insertCustomersWithoutOrders } from "../../persistence/known-customers.ts";
import { readHolds, saveHolds, type LabelHold } from "../../persistence/label-holds.ts";
import type { App } from "../app.ts";
import { settleSizesOf } from "../groups/renew-groups.ts";
import { decideManyCustomers } from "./decide-many-customers.ts";
import { beginRun, recordRun } from "./run-facts.ts";
import { readJudging } from "./scored-customers.ts";

/** Two customers of whom one has become a part of the other. */
export interface Merged {
  shop: string;
  goneId: bigint;
  survivor: bigint;
  now: Date;
}

/**
 * Gives the survivor of a merge what was decided by hand about the customer who is gone, as a run of its own: of each kind of
 * hold the one that is in force, unless the survivor has their own of that kind, and the places in fixed groups. Pins stay
 * behind: they keep labels of a history that nobody has any more, until an order, and the merge brings orders.
 */
export async function takeOverFrom(
  app: App,
  tx: Transaction,
  { shop, goneId, survivor, now }: Merged,
): Promise<void> {
  const startedAt = new Date();
  const judging = await readJudging(tx, shop, now);
  if (judging === null) return;
  const { record, day } = judging;
  const facts = await beginRun(tx, "merge", judging, startedAt);
  const held = await readHolds(tx, shop, [goneId, survivor]);
  const holds = holdsToTakeOver(held, { goneId, survivor, day, runId: facts.id });
  const { joined, left } = await moveFixedMemberships(tx, shop, goneId, survivor);
  await settleSizesOf(tx, record, now, left);
  if (holds.length === 0 && joined.length === 0) return;
  await saveHolds(
    tx,
    shop,
    holds.map(({ hold }) => hold),
  );
  await insertCustomersWithoutOrders(tx, shop, [survivor]);
  const count = await decideManyCustomers(tx, judging, [survivor], "by-hand", facts);
  await recordRun(
    tx,
    shop,
    {
      ...facts,
      detail: {
        customerIds: holds.length === 0 ? [] : [survivor],
        formerHolds: holds.flatMap(({ replaced }) =>
          replaced === undefined ? [] : [{ ...replaced, leftRunId: facts.id }],
        ),
        joinedGroups: joined,
        tookOver: holds.map(({ hold }) => hold.kind),
      },
    },
    count,
  );
  await app.enqueue(tx, "publish", { shop });
}

/** With the hold that each comes in place of: one of the survivor's own that is over. */
function holdsToTakeOver(
  held: readonly LabelHold[],
  {
    goneId,
    survivor,
    day,
    runId,
  }: { goneId: bigint; survivor: bigint; day: number; runId: string },
): { hold: LabelHold; replaced: LabelHold | undefined }[] {
  const isInForce = ({ untilDay }: LabelHold) => untilDay === null || untilDay > day;
  return held
    .filter((hold) => hold.customerId === goneId && hold.kind !== "pin" && isInForce(hold))
    .flatMap((hold) => {
      const own = held.find((each) => each.customerId === survivor && each.kind === hold.kind);
      if (own !== undefined && isInForce(own)) return [];
      return [{ hold: { ...hold, customerId: survivor, runId }, replaced: own }];
    });
}
