import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureDatabase, type EnsuredDatabase } from "../../scripts/database/ensure-database.ts";
import { resetDatabase } from "../../scripts/database/reset-database.ts";
import { findRunningServer } from "../../scripts/database/running-server.ts";
import { makeServerFolder } from "../../scripts/database/server-folder.ts";

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(process.env["DATABASE_URL"])("the embedded database", () => {
  let folder: string;
  let opened: EnsuredDatabase[];

  async function open(): Promise<EnsuredDatabase> {
    const database = await ensureDatabase({ folder, durability: "throw-away" });
    opened.push(database);
    return database;
  }

  async function findServer() {
    return findRunningServer((await makeServerFolder(folder)).data);
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "echelon-embedded-test-"));
    opened = [];
  });
  afterEach(async () => {
    for (const database of opened) await database.stop();
    const { data } = await makeServerFolder(folder);
    await rm(dirname(data), { recursive: true });
    await rm(folder, { recursive: true, force: true });
  });

  test("a second start finds the running server, and the last user stops it", async () => {
    const first = await open();
    const second = await open();
    expect(second.url).toBe(first.url);

    await first.stop();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.stop();
    expect(await findServer()).toBeNull();
  });

  test("two starts at once lead to one server", async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.url).toBe(first.url);
  });

  test("what was written survives a stop, and a kill -9", async () => {
    const first = await open();
    await query(first.url, "CREATE TABLE kept AS SELECT 7 AS seven");
    await first.stop();

    const second = await open();
    const server = await findServer();
    expect(server).not.toBeNull();
    if (server !== null) process.kill(server.processId, "SIGKILL");

    const third = await open();
    expect(third.url).not.toBe(second.url);
    expect(await query(third.url, "SELECT * FROM kept")).toEqual([{ seven: 7 }]);
  });

  test("text is ordered by code point and lower-cased beyond ASCII, as on every other machine", async () => {
    const { url } = await open();
    expect(await query(url, "SELECT lower('ÄЖ') AS lower, 'a' > 'B' AS ordered")).toEqual([
      { lower: "äж", ordered: true },
    ]);
  });

  test("a reset forgets everything, also what another connection is using", async () => {
    const { url } = await open();
    await query(url, "CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (); CREATE TABLE kept ()");
    const other = new Client({ connectionString: url });
    other.on("error", () => undefined);
    await other.connect();
    await other.query("BEGIN; LOCK TABLE kept");

    await resetDatabase(url);
    expect(await query(url, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
  });
});
