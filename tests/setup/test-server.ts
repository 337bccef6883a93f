import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import pino from "pino";
import type { TestProject } from "vitest/node";
import { jobNames, queueOf } from "../../app/jobs/catalog.ts";
import { connectQueue } from "../../app/jobs/queue.ts";
import { urlOfDatabase } from "../../scripts/database/url-of-database.ts";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { testDatabaseFolder } from "../../scripts/database/test-database-folder.ts";
import { deployMigrations } from "../../scripts/prisma/deploy-migrations.ts";
import { listMigrations } from "../../scripts/prisma/migration-files.ts";
import { isAlive } from "../../scripts/processes/exclusive-lock.mjs";
import { projectFolder } from "../../scripts/project-folder.ts";
import { onServer, ownerOf, testDatabasePrefix } from "./test-databases-on-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
    /** Process id that owns the databases of this run. */
    testRunOwner: number;
  }
}

/** Before all tests: a server, and on it one migrated database that every test file's own is a copy of. */
export default async function startTestServer(project: TestProject) {
  const server = await ensureDatabase({
    folder: testDatabaseFolder,
    durability: "throw-away",
  });
  await onServer(server.url, (client) => dropDatabases(client, (owner) => !isAlive(owner)));
  project.provide("templateUrl", await ensureTemplate(server.url));
  project.provide("testRunOwner", process.pid);

  return async function stopTestServer() {
    await onServer(server.url, (client) => dropDatabases(client, (owner) => owner === process.pid));
    await server.stop();
  };
}

/** The template's name says which migrations and queues it has, so it is made once and not at every run. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `echelon_template_${await digestMigrations()}`;
  const url = urlOfDatabase(serverUrl, name);
  await onServer(serverUrl, async (client) => {
    if (await hasDatabase(client, name)) return;
    const unfinished = `${testDatabasePrefix}${process.pid}_template`;
    await client.query(`CREATE DATABASE ${unfinished}`);
    await deployMigrations(urlOfDatabase(serverUrl, unfinished));
    await createQueues(urlOfDatabase(serverUrl, unfinished));
    // Another run may have been faster; ours is then dropped with the run's other databases.
    if (!(await hasDatabase(client, name))) {
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    }
  });
  return url;
}

async function createQueues(templateUrl: string): Promise<void> {
  const queue = await connectQueue(templateUrl, pino({ level: "silent" }));
  await queue.stop({ graceful: false });
}

async function digestMigrations(): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(jobNames.map(queueOf)));
  for (const name of await listMigrations()) {
    const path = join(projectFolder, "prisma", "migrations", name, "migration.sql");
    hash.update(`\0${name}\0`).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 12);
}

async function hasDatabase(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  return rowCount === 1;
}

/** Drops the test databases of runs that ended, or were killed. */
async function dropDatabases(client: Client, isOver: (owner: number) => boolean): Promise<void> {
  const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
  for (const { datname } of rows) {
    const owner = ownerOf(datname);
    if (owner !== null && isOver(owner)) {
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  }
}
