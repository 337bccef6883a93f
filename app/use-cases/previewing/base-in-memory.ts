import { readFormerStandings } from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { Frame, Program } from "../../scoring/index.ts";
import { readBaseFrame } from "../scoring/histories-to-frame.ts";
import { LabelColumn } from "./label-column.ts";

/** A shop's whole base as a run would read it: its orders, and where everybody stands. */
export interface BaseInMemory {
  /** Customers without an order any more come after those of the frame. */
  customers: CustomerRows;
  frame: Frame;
  /** By row; who has no standing yet has no label. */
  tier: LabelColumn;
  group: LabelColumn;
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
  const { customers, frame } = await readBaseFrame(db, tx, record, program);
  const tier = new LabelColumn(customers.count);
  const group = new LabelColumn(customers.count);
  let windowNetMinor = new Float64Array(customers.count);
  await readFormerStandings(db, tx, record.shop, customers, (row, former) => {
    if (row >= windowNetMinor.length) {
      const longer = new Float64Array(row * 2);
      longer.set(windowNetMinor);
      windowNetMinor = longer;
    }
    tier.set(row, former.tier);
    group.set(row, former.group);
    windowNetMinor[row] = former.windowNetMinorUnits;
  });
  const bytes =
    bytesOf(Object.values(frame)) + tier.bytes + group.bytes + windowNetMinor.byteLength;
  return { customers, frame, tier, group, windowNetMinor, bytes: bytes + customers.bytes };
}

function bytesOf(columns: readonly unknown[]): number {
  return columns.reduce(
    (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
