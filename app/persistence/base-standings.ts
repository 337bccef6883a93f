/** Standings of a whole base by COPY: former ones out, new and changed ones in. Changed rows pass a temporary table. */
import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn, copyOut, quoted } from "./copy/copy-streams.ts";
import type { CopyRows } from "./copy/copy-rows.ts";
import { encodeRows, type CopyWriter } from "./copy/copy-writer.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import { valueBandOf, type NextChange, type StandingFigures } from "./standings.ts";

const columns = `customer_id, tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
  counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at, auto_tier, tier_since_day,
  below_from_day, next_change_day, next_tier, next_group, due_day`;
const columnCount = 20;

/** Where everybody stood. Customers without an order any more get rows of their own in `customers`. */
export async function readFormerStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  take: (row: number, former: StandingFigures) => void,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  const heldBy = new Map<string, string[]>();
  const query = `SELECT ${columns}, array_to_string(held_by, ',') FROM standing WHERE shop = ${quoted(connection, shop)}`;
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
      autoTier: rows.text(13),
      tierSinceDay: rows.integerOrNull(14),
      belowFromDay: rows.integerOrNull(15),
      nextChangeDay: rows.integerOrNull(16),
      nextTier: rows.text(17),
      nextGroup: rows.text(18),
      dueDay: rows.integerOrNull(19),
      heldBy: wordsOf(rows.text(columnCount) ?? "", heldBy),
    });
  });
}

/** The same lists come again and again, so each is made once. */
function wordsOf(text: string, known: Map<string, string[]>): string[] {
  let words = known.get(text);
  if (words === undefined) known.set(text, (words = text === "" ? [] : text.split(",")));
  return words;
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
    writer.startRow(columnCount + 3);
    writer.word(shop);
    customers.writeId(writer, row);
    writeFigures(writer, figuresAt(row));
  });
  await copyIn(
    await connectionOf(db, tx),
    `standing (shop, ${columns}, held_by, value_band)`,
    bytes,
  );
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
    `CREATE TEMPORARY TABLE changed_standing ON COMMIT DROP AS
     SELECT ${columns}, held_by, value_band FROM standing WITH NO DATA`,
  );
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(columnCount + 2);
    customers.writeId(writer, row);
    writeFigures(writer, figuresAt(row));
  });
  await copyIn(connection, `changed_standing (${columns}, held_by, value_band)`, bytes);
  await analyze(connection, "changed_standing");
  await connection.query(
    `UPDATE standing s SET (tier_key, group_key, stage, recency_score, frequency_score, monetary_score, value_e4,
       counted_orders, net_minor_units, window_orders, window_net_minor_units, last_order_at, auto_tier,
       tier_since_day, below_from_day, next_change_day, next_tier, next_group, due_day, held_by, value_band)
     = (c.tier_key, c.group_key, c.stage, c.recency_score, c.frequency_score, c.monetary_score, c.value_e4,
       c.counted_orders, c.net_minor_units, c.window_orders, c.window_net_minor_units, c.last_order_at, c.auto_tier,
       c.tier_since_day, c.below_from_day, c.next_change_day, c.next_tier, c.next_group, c.due_day, c.held_by, c.value_band)
     FROM changed_standing c WHERE s.shop = $1 AND s.customer_id = c.customer_id`,
    [shop],
  );
  await connection.query("DROP TABLE changed_standing");
}

/** By place: whose rows differ only in what others' orders move, and what was there. */
export interface MovedValues {
  rows: Uint32Array;
  formerE4: Int32Array;
  /** 2147483647 = never. */
  formerNextDay: Int32Array;
}

const never = 0x7fff_ffff;

/** What others' orders move of a customer. */
export type Moving = Pick<StandingFigures, "valueE4" | "belowFromDay" | keyof NextChange>;

/** Values and dates to come alone, of customers of whom both are still the former ones. */
export async function updateValues(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  moved: MovedValues,
  figuresAt: (row: number) => Moving,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE moved_value (customer_id bigint, former_e4 int, former_next int, value_e4 int, value_band smallint,
       below_from_day int, next_change_day int, next_tier text, next_group text, due_day int) ON COMMIT DROP`,
  );
  const bytes = encodeRows(moved.rows.keys(), (writer, place) => {
    const row = moved.rows[place] ?? 0;
    const { valueE4, belowFromDay, nextChangeDay, nextTier, nextGroup, dueDay } = figuresAt(row);
    writer.startRow(10);
    customers.writeId(writer, row);
    writer.integer(moved.formerE4[place] ?? 0);
    writer.integer(moved.formerNextDay[place] ?? never);
    writer.integer(valueE4);
    writer.smallint(valueBandOf(valueE4));
    writer.integerOrNull(belowFromDay);
    writer.integerOrNull(nextChangeDay);
    writer.word(nextTier);
    writer.word(nextGroup);
    writer.integerOrNull(dueDay);
  });
  await copyIn(connection, "moved_value", bytes);
  await analyze(connection, "moved_value");
  await connection.query(
    `UPDATE standing s SET (value_e4, value_band, below_from_day, next_change_day, next_tier, next_group, due_day)
     = (m.value_e4, m.value_band, m.below_from_day, m.next_change_day, m.next_tier, m.next_group, m.due_day) FROM moved_value m
     WHERE s.shop = $1 AND s.customer_id = m.customer_id AND s.value_e4 = m.former_e4
       AND coalesce(s.next_change_day, $2) = m.former_next`,
    [shop, never],
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
  writer.word(row.autoTier);
  writer.integerOrNull(row.tierSinceDay);
  writer.integerOrNull(row.belowFromDay);
  writer.integerOrNull(row.nextChangeDay);
  writer.word(row.nextTier);
  writer.word(row.nextGroup);
  writer.integerOrNull(row.dueDay);
  writer.words(row.heldBy);
  writer.smallint(valueBandOf(row.valueE4));
}
