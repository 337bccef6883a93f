import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMigrationAdapter } from "../../scripts/prisma/migration-adapter.ts";
import { createTestDatabase, type TestDatabase } from "../setup/test-database.ts";

// When an expectation on the stock adapter fails, Prisma no longer needs that repair: remove it and the test.
// The stock shadow database has none: its failure takes 5 s and leaves the database behind.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const catalogQuery = { sql: `SELECT 'a'::name, 'b'::"char"`, args: [], argTypes: [] };
const script = "DO $$ BEGIN PERFORM 1; PERFORM 2; END $$";

test("the stock adapter cannot read the types of the system catalog, the repaired one can", async () => {
  const stock = await new PrismaPg({ connectionString: database.url }).connect();
  await expect(stock.queryRaw(catalogQuery)).rejects.toThrow("UnsupportedNativeDataType");
  await stock.dispose();

  const repaired = await createMigrationAdapter({ connectionString: database.url }).connect();
  expect((await repaired.queryRaw(catalogQuery)).rows).toEqual([["a", "b"]]);
  await repaired.dispose();
});

test("the stock adapter splits a function body at its semicolons, the repaired one does not", async () => {
  const stock = await new PrismaPg({ connectionString: database.url }).connect();
  await expect(stock.executeScript(script)).rejects.toThrow();
  await stock.dispose();

  const repaired = await createMigrationAdapter({ connectionString: database.url }).connect();
  await repaired.executeScript(script);
  await repaired.dispose();
});

test("a shadow database is another database and is gone afterwards", async () => {
  const { host, port, user, password } = new Client({ connectionString: database.url });
  const config = { host, port, user, password, database: new URL(database.url).pathname.slice(1) };
  const currentDatabase = { sql: "SELECT current_database()::text", args: [], argTypes: [] };

  const factory = createMigrationAdapter(config);
  const shadow = await factory.connectToShadowDb();
  const [[name] = []] = (await shadow.queryRaw(currentDatabase)).rows;
  await shadow.dispose();
  const main = await factory.connect();
  const left = await main.queryRaw({
    sql: "SELECT datname::text FROM pg_database WHERE datname = $1",
    args: [name],
    argTypes: [{ scalarType: "string", arity: "scalar" }],
  });
  await main.dispose();
  expect(name).not.toBe(config.database);
  expect(left.rows).toEqual([]);
});
