import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive, withExclusiveLock } from "../processes/exclusive-lock.mjs";
import { projectFolder } from "../project-folder.ts";
import { createCluster, superuser } from "./create-cluster.ts";
import { createDatabase } from "./create-database.ts";
import { findRunningServer } from "./running-server.ts";
import { makeServerFolder, type ServerFolder } from "./server-folder.ts";
import { findServerPrograms, type ServerPrograms } from "./server-programs.ts";
import type { Durability } from "./server-settings.ts";
import { startServer } from "./start-server.ts";
import { stopServer } from "./stop-server.ts";

export interface DatabaseOptions {
  /** Holds the embedded server's data. Default: `.echelon/postgres` of this checkout. */
  folder?: string;
  durability?: Durability;
}

export interface EnsuredDatabase {
  /** A `postgresql://` address, good for DATABASE_URL. */
  url: string;
  /** Ends the server if this call started it; otherwise does nothing. */
  stop: () => Promise<void>;
}

export const defaultDatabaseFolder = join(projectFolder, ".echelon", "postgres");
const databaseName = "echelon";

/**
 * A PostgreSQL database to work with: the one at DATABASE_URL when that is set, else an embedded server on
 * 127.0.0.1. A server that already runs on the folder is used, and left to whoever started it.
 */
export async function ensureDatabase(options: DatabaseOptions = {}): Promise<EnsuredDatabase> {
  const given = process.env["DATABASE_URL"];
  if (given) return { url: given, stop: () => Promise.resolve() };

  const programs = await findServerPrograms();
  const folder = await makeServerFolder(options.folder ?? defaultDatabaseFolder);
  return withExclusiveLock(folder.lock, async () => {
    const password = await createCluster(programs, folder);
    const running = await findReadyServer(folder);
    const port = running ?? (await startServer(programs, folder, options.durability ?? "durable"));
    const isOurs = await becomeOwner(folder, running === null);
    const server = `postgresql://${superuser}:${password}@127.0.0.1:${port}`;
    await createDatabase(`${server}/postgres`, databaseName);
    return {
      url: `${server}/${databaseName}`,
      stop: () => (isOurs ? stopOwnServer(programs, folder) : Promise.resolve()),
    };
  });
}

/** Port of the server that runs on the folder, once it is ready; null when there is none. */
async function findReadyServer(folder: ServerFolder): Promise<number | null> {
  for (;;) {
    const running = await findRunningServer(folder.data);
    if (running === null || running.isReady) return running?.port ?? null;
    await delay(10);
  }
}

/** Whoever starts a server stops it. The server of a process that was killed passes to the next one. */
async function becomeOwner(folder: ServerFolder, startedIt: boolean): Promise<boolean> {
  const former = Number(await readFile(folder.owner, "utf8").catch(() => "0"));
  if (!startedIt && former > 0 && former !== process.pid && isAlive(former)) return false;
  if (!startedIt && former === process.pid) return false;
  await writeFile(folder.owner, String(process.pid));
  return true;
}

async function stopOwnServer(programs: ServerPrograms, folder: ServerFolder): Promise<void> {
  await withExclusiveLock(folder.lock, async () => {
    await stopServer(programs, folder);
    await rm(folder.owner, { force: true });
  });
}
