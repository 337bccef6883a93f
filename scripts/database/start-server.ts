import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "../processes/free-port.ts";
import { findRunningServer } from "./running-server.ts";
import { serverAccount } from "./server-account.ts";
import type { ServerFolder } from "./server-folder.ts";
import type { ServerPrograms } from "./server-programs.ts";
import { serverSettings, type Durability } from "./server-settings.ts";

// Recovery after a crash replays at most max_wal_size, a few seconds of work.
const patienceMs = 60_000;
const pollMs = 10;

/** Starts PostgreSQL on an existing data folder and waits until it accepts connections. Returns its port. */
export async function startServer(
  programs: ServerPrograms,
  folder: ServerFolder,
  durability: Durability,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const port = await findFreePort();
    const server = await spawnServer(programs, folder, port, durability);
    if (await becomesReady(server, folder, deadline)) return port;
    // After a kill -9 of the main process its children hold the memory for some milliseconds more.
    if (!(await readLogEnd(folder)).includes("pre-existing shared memory block")) break;
    await delay(100);
  }
  throw new Error(
    `PostgreSQL did not start. The end of ${folder.log}:\n${await readLogEnd(folder)}`,
  );
}

interface SpawnedServer {
  hasExited: boolean;
}

async function spawnServer(
  programs: ServerPrograms,
  folder: ServerFolder,
  port: number,
  durability: Durability,
): Promise<SpawnedServer> {
  const log = await open(folder.log, "w");
  try {
    const child = spawn(
      programs.postgres,
      ["-D", folder.data, ...serverSettings(port, durability)],
      {
        ...serverAccount(),
        cwd: "/",
        stdio: ["ignore", log.fd, log.fd],
        // A group of its own, or Ctrl-C would end the database before the programs that use it.
        detached: true,
        windowsHide: true,
      },
    );
    const state: SpawnedServer = { hasExited: false };
    child.once("exit", () => (state.hasExited = true));
    child.once("error", () => (state.hasExited = true));
    child.unref();
    return state;
  } finally {
    await log.close();
  }
}

async function becomesReady(
  server: SpawnedServer,
  folder: ServerFolder,
  deadline: number,
): Promise<boolean> {
  while (!server.hasExited && Date.now() < deadline) {
    if ((await findRunningServer(folder.data))?.isReady) return true;
    await delay(pollMs);
  }
  return false;
}

async function readLogEnd(folder: ServerFolder): Promise<string> {
  const text = await readFile(folder.log, "utf8").catch(() => "");
  return text.split("\n").slice(-20).join("\n").trim();
}
