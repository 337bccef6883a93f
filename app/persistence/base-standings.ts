/** Standings of a whole base by COPY: former ones out, new and changed ones in. Changed rows pass a temporary table. */
import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn, copyOut, quoted } from "./copy/copy-streams.ts";
import type { CopyRows } from "./copy/copy-rows.ts";
import { encodeRows, type CopyWriter } from "./copy/copy-writer.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import { valueBandOf, type StandingRow } from "./standings.ts";

/** A former standing as numbers, `lastOrderAt` as milliseconds. Handed out again and again: do not keep it. */
export type FormerStanding = Omit<
  StandingRow,
  "customerId" | "lastOrderAt" | "netMinorUnits" | "windowNetMinorUnits"
> & { lastOrderAtMs: number | null; netMinor: number; windowNetMinor: number };

const columns = `customer_id, tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
  counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at`;

/** Where everybody stood. Customers without an order any more get rows of their own in `customers`. */
export async function readFormerStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  take: (row: number, former: FormerStanding) => void,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  const query = `SELECT ${columns} FROM standing WHERE shop = ${quoted(connection, shop)}`;
  await copyOut(connection, query, (rows) => {
    take(customers.add(rows.highHalf(0), rows.lowHalf(0)), {
      tier: rows.text(1),
      group: rows.text(2),
      stage: rows.text(3),
      recencyScore: scoreAt(rows, 4),
      frequencyScore: scoreAt(rows, 5),
      monetaryScore: scoreAt(rows, 6),
      valueE4: rows.integer(7),
      countedOrders: rows.integer(8),
      netMinor: rows.bigint(9),
      windowOrders: rows.integer(10),
      windowNetMinor: rows.bigint(11),
      lastOrderAtMs: rows.isNull(12) ? null : rows.instantMs(12),
    });
  });
}

function scoreAt(rows: CopyRows, field: number): number | null {
  return rows.isNull(field) ? null : rows.smallint(field);
}

/** Standings of customers who have none yet. Cheapest by ascending id. */
export async function insertStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  rows: Iterable<StandingRow>,
): Promise<void> {
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(15);
    writer.word(shop);
    writeStanding(writer, row);
  });
  await copyIn(await connectionOf(db, tx), `standing (shop, ${columns}, value_band)`, bytes);
}

/** Standings of customers who have one. */
export async function updateStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  rows: Iterable<StandingRow>,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE changed_standing ON COMMIT DROP AS SELECT ${columns}, value_band FROM standing WITH NO DATA`,
  );
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(14);
    writeStanding(writer, row);
  });
  await copyIn(connection, `changed_standing (${columns}, value_band)`, bytes);
  await analyze(connection, "changed_standing");
  await connection.query(
    `UPDATE standing s SET (tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
       counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at, value_band)
     = (c.tier_key, c.group_key, c.stage, c.recency_score, c.frequency_score, c.monetary_score, c.value_e4,
       c.counted_orders, c.net_minor_units, c.window_orders, c.window_net_minor_units, c.last_order_at, c.value_band)
     FROM changed_standing c WHERE s.shop = $1 AND s.customer_id = c.customer_id`,
    [shop],
  );
  await connection.query("DROP TABLE changed_standing");
}

export interface MovedValue {
  customerId: bigint;
  formerE4: number;
  valueE4: number;
}

/** Values alone, of customers whose value is still the former one. */
export async function updateValues(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  values: Iterable<MovedValue>,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE moved_value (customer_id bigint, former_e4 int, value_e4 int, value_band smallint)
     ON COMMIT DROP`,
  );
  const bytes = encodeRows(values, (writer, { customerId, formerE4, valueE4 }) => {
    writer.startRow(4);
    writer.bigint(customerId);
    writer.integer(formerE4);
    writer.integer(valueE4);
    writer.smallint(valueBandOf(valueE4));
  });
  await copyIn(connection, "moved_value", bytes);
  await analyze(connection, "moved_value");
  await connection.query(
    `UPDATE standing s SET value_e4 = m.value_e4, value_band = m.value_band FROM moved_value m
     WHERE s.shop = $1 AND s.customer_id = m.customer_id AND s.value_e4 = m.former_e4`,
    [shop],
  );
  await connection.query("DROP TABLE moved_value");
}

/** So that a few changes are looked up and many are joined; the join is to stay in memory. */
async function analyze(
  connection: Awaited<ReturnType<typeof connectionOf>>,
  table: string,
): Promise<void> {
  await connection.query(`ANALYZE ${table}`);
  await connection.query("SET LOCAL work_mem = '128MB'");
}

function writeStanding(writer: CopyWriter, row: StandingRow): void {
  writer.bigint(row.customerId);
  writer.word(row.tier);
  writer.word(row.group);
  writer.word(row.stage);
  writer.smallint(row.recencyScore);
  writer.smallint(row.frequencyScore);
  writer.smallint(row.monetaryScore);
  writer.integer(row.valueE4);
  writer.integer(row.countedOrders);
  writer.bigint(row.netMinorUnits);
  writer.integer(row.windowOrders);
  writer.bigint(row.windowNetMinorUnits);
  writer.instantMs(row.lastOrderAt === null ? null : row.lastOrderAt.getTime());
  writer.smallint(valueBandOf(row.valueE4));
}
