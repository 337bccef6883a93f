import pg from "pg";

export interface HeldTable {
  /** Lets whoever waits go on. */
  release(): Promise<void>;
}

/** Keeps everybody else from writing to a table. Resolves once that is so: writers that came earlier finish first. */
export async function holdTable(databaseUrl: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  return {
    async release() {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}
