import type { Transaction } from "../../persistence/database.ts";
import { deleteHolds, readHolds, type LabelHold } from "../../persistence/label-holds.ts";
import { readFormer, type FormerStanding } from "../../persistence/standings.ts";
import {
  decideTiers,
  policyStateOf,
  findNextChanges,
  type Cause,
  type Program,
} from "../../scoring/index.ts";
import { renewMembersOf } from "../groups/renew-groups.ts";
import { holdsOf } from "./customer-holds.ts";
import { boughtSince } from "./read-former-base.ts";
import type { RunCount, RunFacts } from "./run-facts.ts";
import { saveStandingsOf } from "./save-scores.ts";
import { scoreCustomers, type Judging, type ScoredCustomers } from "./scored-customers.ts";
import { createFigureReader } from "./standing-at.ts";

/** Why customers are decided: their orders changed, a day of theirs has come, or somebody held or released them. */
export type Occasion = "order" | "time" | "by-hand";

/**
 * Decides on some customers against the calibration there is and writes where they stand, as a part of the run `run`.
 * Whoever of `scope` has no order left loses both labels.
 */
export async function decideCustomers(
  tx: Transaction,
  judging: Judging,
  scope: readonly bigint[],
  occasion: Occasion,
  run: RunFacts,
): Promise<RunCount> {
  const { record, program, calibration, day, outlook } = judging;
  const scored = await scoreCustomers(tx, judging, scope);
  const { customerIds, frame, metrics, scores } = scored;
  const former = await readFormerOf(tx, record.shop, customerIds);
  const bought = changesOf(judging, scored, former);
  const held = await readHolds(tx, record.shop, customerIds);
  const over = new Set(
    occasion === "order" ? await endPins(tx, record.shop, held, customerIds, bought) : [],
  );
  const holds = holdsOf(
    held.filter((hold) => !over.has(hold)),
    customerIds,
  );
  const decided = decideTiers({
    ...{ program, day, scores, metrics, holds },
    cause: bought.map((change) => causeOf(occasion, change)),
    state: stateOf(former, program),
  });
  const next = findNextChanges({ program, frame, calibration, day, decided, holds, outlook });
  const { rankedCustomers } = calibration;
  const columns = { metrics, scores, decided, next, program, rankedCustomers };
  const count = await saveStandingsOf(
    tx,
    record.shop,
    { customerIds, former, columns },
    occasion,
    run,
  );
  await renewMembersOf(tx, record, judging.now, scope);
  return count;
}

/** By row; null for whom nothing is stored. */
export async function readFormerOf(
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<(FormerStanding | null)[]> {
  const rows = await readFormer(tx, shop, customerIds);
  const byId = new Map(rows.map((row) => [row.customerId, row]));
  return customerIds.map((customerId) => byId.get(customerId) ?? null);
}

export function stateOf(former: readonly (FormerStanding | null)[], program: Program) {
  return policyStateOf(
    former.map((row) =>
      row === null || row.autoTier === null || row.tierSinceDay === null
        ? null
        : {
            tierKey: row.autoTier,
            sinceDay: row.tierSinceDay,
            belowFromDay: row.belowFromDay,
            heldBy: row.heldBy,
          },
    ),
    program,
  );
}

function changesOf(
  { program, calibration: { rankedCustomers } }: Judging,
  { customerIds, metrics, scores }: ScoredCustomers,
  former: readonly (FormerStanding | null)[],
): (-1 | 0 | 1)[] {
  const figuresAt = createFigureReader({ metrics, scores, program, rankedCustomers });
  return customerIds.map((_id, row) => {
    const before = former[row] ?? null;
    if (before === null) return 0;
    const lastOrderAtMs = before.lastOrderAt?.getTime() ?? null;
    return boughtSince({ ...before, lastOrderAtMs }, figuresAt(row));
  });
}

/** What is done by hand is no evaluation: nothing that waits for one happens with it. */
function causeOf(occasion: Occasion, change: -1 | 0 | 1): Cause {
  if (occasion === "time") return "time";
  return occasion === "order" && change < 0 ? "refund" : "order";
}

/** A pin lasts until its customer's next own order. */
async function endPins(
  tx: Transaction,
  shop: string,
  held: readonly LabelHold[],
  customerIds: readonly bigint[],
  bought: readonly number[],
): Promise<LabelHold[]> {
  const buyers = new Set(customerIds.filter((_id, row) => (bought[row] ?? 0) > 0));
  const over = held.filter(({ kind, customerId }) => kind === "pin" && buyers.has(customerId));
  if (over.length > 0)
    await deleteHolds(
      tx,
      shop,
      "pin",
      over.map(({ customerId }) => customerId),
    );
  return over;
}
