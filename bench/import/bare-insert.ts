import { Client } from "pg";

const tables = [
  { name: "orders", key: "order_id", rows: 667 },
  { name: "order_line", key: "order_id, line_id", rows: 1_333 },
] as const;

/**
 * Empties the two tables and inserts the same rows again, as many in one transaction as the import writes, by somebody
 * who reads nothing, checks nothing and joins nothing. Seconds of the inserts and commits alone.
 */
export async function timeBareInsert(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const { name } of tables) {
      await client.query(`CREATE TABLE kept_${name} AS SELECT * FROM ${name}`);
      await client.query(`TRUNCATE ${name}`);
    }
    await client.query("CHECKPOINT");
    const sources = [];
    for (const { name, key, rows } of tables) {
      await client.query(
        `DECLARE read_${name} CURSOR WITH HOLD FOR SELECT * FROM kept_${name} ORDER BY ${key}`,
      );
      sources.push({ name, rows, insert: await insertInto(client, name) });
    }
    let seconds = 0;
    for (;;) {
      const batch = [];
      for (const { name, rows, insert } of sources) {
        const { rows: values } = await client.query<unknown[]>({
          text: `FETCH ${rows} FROM read_${name}`,
          rowMode: "array",
        });
        if (values.length > 0) batch.push({ insert, columns: columnsOf(values) });
      }
      if (batch.length === 0) return seconds;
      const startedAt = performance.now();
      await client.query("BEGIN");
      for (const { insert, columns } of batch) await client.query(insert, columns);
      await client.query("COMMIT");
      seconds += (performance.now() - startedAt) / 1_000;
    }
  } finally {
    await client.end();
  }
}

/** `INSERT … SELECT` from one array per column. */
async function insertInto(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT quote_ident(attname) AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`kept_${table}`],
  );
  const names = rows.map(({ name }) => name).join(", ");
  const arrays = rows.map(({ type }, index) => `$${index + 1}::${type}[]`).join(", ");
  return `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`;
}

function columnsOf(rows: unknown[][]): unknown[][] {
  return (rows[0] ?? []).map((_value, column) => rows.map((row) => row[column]));
}
