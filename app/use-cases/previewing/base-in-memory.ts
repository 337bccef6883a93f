import { readFormerStandings } from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import { readDirtyMarks } from "../../persistence/dirty-customers.ts";
import { readHolds } from "../../persistence/label-holds.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { StandingFigures } from "../../persistence/standings.ts";
import {
  emptyPolicyState,
  never,
  writeHeldBy,
  type Frame,
  type Hold,
  type PolicyState,
  type Program,
} from "../../scoring/index.ts";
import { holdsByRow } from "../scoring/customer-holds.ts";
import { readBaseFrame } from "../scoring/histories-to-frame.ts";
import { LabelColumn } from "./label-column.ts";

/** A shop's whole base as a run would read it: its orders, where everybody stands, and what holds them. */
export interface BaseInMemory {
  /** Customers without an order any more come after those of the frame. */
  customers: CustomerRows;
  frame: Frame;
  /** By row; who has no standing yet has no label. */
  tier: LabelColumn;
  group: LabelColumn;
  autoTier: LabelColumn;
  /** What else the policy remembers, of those in the frame. */
  state: Omit<PolicyState, "autoTier">;
  holds: ReadonlyMap<number, readonly Hold[]>;
  /** What was stored of customers who are pinned and whose orders have changed since. */
  pinnedAndMarked: ReadonlyMap<number, StandingFigures>;
  /** Net of the window as it was stored, minor units. */
  windowNetMinor: Float64Array;
  bytes: number;
}

export async function readBaseIntoMemory(
  db: PrismaClient,
  tx: Transaction,
  record: Shop,
  program: Program,
): Promise<BaseInMemory> {
  const { shop } = record;
  const { customers, frame } = await readBaseFrame(db, tx, record, program);
  const { autoTier: _, ...state } = emptyPolicyState(frame.customerCount);
  const held = await readHolds(tx, shop, null);
  const marks = held.length === 0 ? [] : await readDirtyMarks(tx, shop, null);
  const marked = new Set(marks.map(({ customerId }) => customerId));
  const watched = new Set(
    held
      .filter(({ kind, customerId }) => kind === "pin" && marked.has(customerId))
      .map(({ customerId }) => customers.findId(customerId)),
  );
  const tier = new LabelColumn(customers.count);
  const group = new LabelColumn(customers.count);
  const autoTier = new LabelColumn(customers.count);
  const pinnedAndMarked = new Map<number, StandingFigures>();
  let windowNetMinor = new Float64Array(customers.count);
  await readFormerStandings(db, tx, shop, customers, (row, former) => {
    if (row >= windowNetMinor.length) windowNetMinor = lengthened(windowNetMinor, row * 2);
    tier.set(row, former.tier);
    group.set(row, former.group);
    windowNetMinor[row] = former.windowNetMinorUnits;
    if (row >= frame.customerCount) return;
    autoTier.set(row, former.autoTier);
    state.sinceDay[row] = former.tierSinceDay ?? never;
    state.belowFromDay[row] = former.belowFromDay ?? never;
    state.heldBy[row] = writeHeldBy(former.heldBy);
    if (watched.has(row)) pinnedAndMarked.set(row, former);
  });
  const holds = holdsByRow(held, (customerId) => customers.findId(customerId));
  const columns = [...Object.values(frame), ...Object.values(state), windowNetMinor];
  const bytes = bytesOf(columns) + tier.bytes + group.bytes + autoTier.bytes + customers.bytes;
  return {
    ...{ customers, frame, tier, group, autoTier, state, holds, pinnedAndMarked },
    ...{ windowNetMinor, bytes },
  };
}

function lengthened(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(column);
  return longer;
}

function bytesOf(columns: readonly unknown[]): number {
  return columns.reduce(
    (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
