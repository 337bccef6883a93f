import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { withExclusiveLock } from "../processes/exclusive-lock.mjs";
import { projectFolder } from "../project-folder.ts";
import { createCluster, superuser } from "./create-cluster.ts";
import { createDatabase } from "./create-database.ts";
import { findRunningServer } from "./running-server.ts";
import { makeServerFolder, type ServerFolder } from "./server-folder.ts";
import { findServerPrograms, type ServerPrograms } from "./server-programs.ts";
import { addUser, removeUser } from "./server-users.ts";
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
  /** Leaves the database; the last user of an embedded server ends it. A server at DATABASE_URL is left alone. */
  stop: () => Promise<void>;
}

export const defaultDatabaseFolder = join(projectFolder, ".echelon", "postgres");
const databaseName = "echelon";
const patienceMs = 10_000;
const pollMs = 10;

/**
 * A PostgreSQL database to work with: the one at DATABASE_URL when that is set, else an embedded server on
 * 127.0.0.1. A server that already runs on the folder is used, also that of a program that was killed.
 */
export async function ensureDatabase(options: DatabaseOptions = {}): Promise<EnsuredDatabase> {
  const given = process.env["DATABASE_URL"];
  if (given) return { url: given, stop: () => Promise.resolve() };

  const programs = await findServerPrograms();
  const folder = await makeServerFolder(options.folder ?? defaultDatabaseFolder);
  return withExclusiveLock(folder.lock, async () => {
    const password = await createCluster(programs, folder);
    const server = await reachServer(programs, folder, password, options.durability ?? "durable");
    const user = await addUser(folder.users);
    return {
      url: `${server}/${databaseName}`,
      stop: () => leaveServer(programs, folder, user),
    };
  });
}

/** Finds or starts the server and makes our database on it. Returns the server's address without a database. */
async function reachServer(
  programs: ServerPrograms,
  folder: ServerFolder,
  password: string,
  durability: Durability,
): Promise<string> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const port =
      (await findReadyServer(folder)) ?? (await startServer(programs, folder, durability));
    const server = `postgresql://${superuser}:${password}@127.0.0.1:${port}`;
    try {
      await createDatabase(`${server}/postgres`, databaseName);
      return server;
    } catch (error) {
      // A server that was just killed still looks alive for a moment: look again.
      if (!isConnectionLost(error) || Date.now() > deadline) throw error;
      await delay(pollMs);
    }
  }
}

function isConnectionLost(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const message = error instanceof Error ? error.message : "";
  return (
    code === "ECONNRESET" ||
    code === "ECONNREFUSED" ||
    // PostgreSQL's own "starting up" and "shutting down".
    code === "57P03" ||
    message.startsWith("Connection terminated unexpectedly")
  );
}

/** Port of the server that runs on the folder, once it is ready; null when there is none. */
async function findReadyServer(folder: ServerFolder): Promise<number | null> {
  for (;;) {
    const running = await findRunningServer(folder.data);
    if (running === null || running.isReady) return running?.port ?? null;
    await delay(pollMs);
  }
}

async function leaveServer(programs: ServerPrograms, folder: ServerFolder, user: string) {
  await withExclusiveLock(folder.lock, async () => {
    if (await removeUser(folder.users, user)) await stopServer(programs, folder);
  });
}
