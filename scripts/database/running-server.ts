import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readCommandLine } from "../processes/command-line.ts";
import { isAlive } from "../processes/exclusive-lock.mjs";

export interface RunningServer {
  processId: number;
  port: number;
  /** False while it starts, recovers or stops. */
  isReady: boolean;
}

/** What PostgreSQL itself recorded about the server on a data folder; null when none runs. */
export async function findRunningServer(dataFolder: string): Promise<RunningServer | null> {
  const path = join(dataFolder, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => "");
  // One value per line: process id, data folder, start time, port, socket folder, address, key, state.
  const lines = text.split("\n");
  const processId = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(processId > 0) || !(port > 0) || !isAlive(processId)) return null;
  if (!(await isServerOf(processId, dataFolder))) {
    // After a restart of the machine the number may be another program's, and PostgreSQL would not start.
    await rm(path, { force: true });
    return null;
  }
  return { processId, port, isReady: lines[7]?.trim() === "ready" };
}

async function isServerOf(processId: number, dataFolder: string): Promise<boolean> {
  if (process.platform === "win32") return true;
  return (await readCommandLine(processId)).includes(dataFolder);
}
