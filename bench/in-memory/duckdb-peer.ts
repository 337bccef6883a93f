import { BIGINT, DuckDBDataChunk, DuckDBInstance, INTEGER } from "@duckdb/node-api";
import type { DuckDBConnection } from "@duckdb/node-api";
import { defaultProgram } from "../../app/scoring/index.ts";
import type { OrderColumns } from "../../app/scoring/index.ts";
import { asOfDay } from "./made-up-orders.ts";

/** Rows of a DuckDB chunk. */
const chunkRows = 2048;

/** An in-memory DuckDB on two threads that holds the orders. */
export async function openPeer(orders: OrderColumns): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:");
  const peer = await instance.connect();
  await peer.run("SET threads = 2");
  await peer.run("CREATE TABLE orders (customer INTEGER, day INTEGER, net BIGINT)");
  const appender = await peer.createAppender("orders");
  for (let start = 0; start < orders.customer.length; start += chunkRows) {
    const end = Math.min(start + chunkRows, orders.customer.length);
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, BIGINT], end - start);
    chunk.setColumns([
      Array.from(orders.customer.subarray(start, end)),
      Array.from(orders.day.subarray(start, end)),
      Array.from(orders.netMinor.subarray(start, end), BigInt),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return peer;
}

const { windowDays, weights } = defaultProgram;

const metrics = `
  SELECT customer, ${asOfDay} - max(day) AS recency, count(*) AS orders,
    count(*) FILTER (day > ${asOfDay - windowDays}) AS frequency,
    coalesce(sum(net) FILTER (day > ${asOfDay - windowDays}), 0)::BIGINT AS monetary
  FROM orders WHERE day <= ${asOfDay} GROUP BY customer`;

const scored = `
  least(5, 1 + 5 * r_less // n)::TINYINT AS r,
  least(5, 1 + 5 * f_less // n)::TINYINT AS f,
  least(5, 1 + 5 * m_less // n)::TINYINT AS m,
  ${weights.recency} * r_less + ${weights.frequency} * f_less + ${weights.monetary} * m_less AS value`;

/** The default tiers and the five customer types. */
const labelled = `
  CASE WHEN value_less * 10000 >= 8000 * n THEN 0 WHEN value_less * 10000 >= 5000 * n THEN 1 ELSE 2 END::TINYINT AS tier,
  CASE WHEN orders = 1 AND r >= 4 THEN 2
    WHEN r >= 3 THEN CASE WHEN (f + m + 1) // 2 >= 4 THEN 0 ELSE 1 END
    ELSE CASE WHEN (f + m + 1) // 2 >= 3 THEN 3 ELSE 4 END END::TINYINT AS "group"`;

/** How many come before each distinct value: customers are counted once per value and joined back. */
function lessTable(name: string, source: string, column: string, order: string): string {
  return `${name} AS (
    SELECT ${column}, coalesce(sum(customers) OVER (ORDER BY ${column} ${order}
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::BIGINT AS ${name}
    FROM (SELECT ${column}, count(*) AS customers FROM ${source} GROUP BY ${column}))`;
}

/** Two ways to write it; which is quicker depends on how many values are distinct. */
export const peerQueries = {
  windowRanks: `CREATE OR REPLACE TEMP TABLE scored AS
    WITH metrics AS (${metrics}),
    ranks AS (SELECT customer, orders,
      rank() OVER (ORDER BY recency DESC) - 1 AS r_less, rank() OVER (ORDER BY frequency) - 1 AS f_less,
      rank() OVER (ORDER BY monetary) - 1 AS m_less, count(*) OVER () AS n FROM metrics),
    valued AS (SELECT customer, orders, n, ${scored} FROM ranks),
    placed AS (SELECT *, rank() OVER (ORDER BY value) - 1 AS value_less FROM valued)
    SELECT customer, r, f, m, value, ${labelled} FROM placed`,
  joinedCounts: `CREATE OR REPLACE TEMP TABLE scored AS
    WITH metrics AS MATERIALIZED (${metrics}),
    ${lessTable("r_less", "metrics", "recency", "DESC")},
    ${lessTable("f_less", "metrics", "frequency", "")},
    ${lessTable("m_less", "metrics", "monetary", "")},
    valued AS MATERIALIZED (SELECT customer, orders, n, ${scored}
      FROM metrics JOIN r_less USING (recency) JOIN f_less USING (frequency) JOIN m_less USING (monetary),
      (SELECT count(*) AS n FROM metrics)),
    ${lessTable("value_less", "valued", "value", "")}
    SELECT customer, r, f, m, value, ${labelled} FROM valued JOIN value_less USING (value)`,
} as const;

/** R, F, M, value, tier and group by customer, as the last query left them. */
export async function readPeerScores(peer: DuckDBConnection): Promise<number[][]> {
  const reader = await peer.runAndReadAll(
    `SELECT r, f, m, value::DOUBLE, tier, "group" FROM scored ORDER BY customer`,
  );
  return reader.getColumns().map((column) => column.map(Number));
}
