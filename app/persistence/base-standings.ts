/** Standings of a whole base by COPY: former ones out, new and changed ones in. Changed rows pass a temporary table. */
import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn, copyOut, quoted } from "./copy/copy-streams.ts";
import type { CopyRows } from "./copy/copy-rows.ts";
import { encodeRows, type CopyWriter } from "./copy/copy-writer.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import { valueBandOf, type StandingFigures } from "./standings.ts";

const columns = `customer_id, tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
  counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at`;

/** Where everybody stood. Customers without an order any more get rows of their own in `customers`. */
export async function readFormerStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  take: (row: number, former: StandingFigures) => void,
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
      netMinorUnits: rows.bigint(9),
      windowOrders: rows.integer(10),
      windowNetMinorUnits: rows.bigint(11),
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
  customers: CustomerRows,
  rows: Uint32Array,
  figuresAt: (row: number) => StandingFigures,
): Promise<void> {
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(15);
    writer.word(shop);
    customers.writeId(writer, row);
    writeFigures(writer, figuresAt(row));
  });
  await copyIn(await connectionOf(db, tx), `standing (shop, ${columns}, value_band)`, bytes);
}

/** Standings of customers who have one. */
export async function updateStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  rows: Uint32Array,
  figuresAt: (row: number) => StandingFigures,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE changed_standing ON COMMIT DROP AS SELECT ${columns}, value_band FROM standing WITH NO DATA`,
  );
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(14);
    customers.writeId(writer, row);
    writeFigures(writer, figuresAt(row));
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

/** Values by place: whose row, what it was and what it is. */
export interface MovedValues {
  rows: Uint32Array;
  formerE4: Int32Array;
  valueE4: Int32Array;
}

/** Values alone, of customers whose value is still the former one. */
export async function updateValues(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  moved: MovedValues,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE moved_value (customer_id bigint, former_e4 int, value_e4 int, value_band smallint)
     ON COMMIT DROP`,
  );
  const bytes = encodeRows(moved.rows.keys(), (writer, place) => {
    const valueE4 = moved.valueE4[place] ?? 0;
    writer.startRow(4);
    customers.writeId(writer, moved.rows[place] ?? 0);
    writer.integer(moved.formerE4[place] ?? 0);
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

function writeFigures(writer: CopyWriter, row: StandingFigures): void {
  writer.word(row.tier);
  writer.word(row.group);
  writer.word(row.stage);
  writer.smallint(row.recencyScore);
  writer.smallint(row.frequencyScore);
  writer.smallint(row.monetaryScore);
  writer.integer(row.valueE4);
  writer.integer(row.countedOrders);
  writer.wide(row.netMinorUnits);
  writer.integer(row.windowOrders);
  writer.wide(row.windowNetMinorUnits);
  writer.instantMs(row.lastOrderAtMs);
  writer.smallint(valueBandOf(row.valueE4));
}
