import { readdir, readFile } from "node:fs/promises";
import type { PrismaClient } from "../../app/persistence/database.ts";

/** Linux counts in hundredths of a second. */
const ticksPerSecond = 100;

/** Processor time so far, in seconds, by whose it is; null where the system or another machine does not tell. */
export type CpuByProcess = Record<string, number | null>;

/**
 * What the processes have computed so far. `database` is all of the server's processes, those of connections that have
 * ended included. Other than wall time it does not grow with what else the machine does.
 */
export async function readCpuByProcess(
  db: PrismaClient,
  processIds: Record<string, number>,
): Promise<CpuByProcess> {
  const named = Object.entries(processIds).map(
    async ([name, id]) => [name, (await readStat(id))?.own ?? null] as const,
  );
  return {
    ...Object.fromEntries(await Promise.all(named)),
    database: await readServerSeconds(db),
  };
}

/** Milliseconds per `count`, with two figures behind the point. */
export function cpuMsPer(count: number, from: CpuByProcess, to: CpuByProcess): CpuByProcess {
  return Object.fromEntries(
    Object.entries(to).map(([name, seconds]) => {
      const before = from[name] ?? null;
      if (seconds === null || before === null) return [name, null];
      return [name, Math.round(((seconds - before) * 100_000) / count) / 100];
    }),
  );
}

async function readServerSeconds(db: PrismaClient): Promise<number | null> {
  const [ours] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const backend = ours === undefined ? null : await readStat(ours.pid);
  // A server on another machine has its ids there.
  if (backend === null || !backend.name.startsWith("postgres")) return null;
  const server = await readStat(backend.parentId);
  if (server === null) return null;
  const all = await Promise.all((await readdir("/proc")).map((entry) => readStat(Number(entry))));
  const children = all.filter((each) => each?.parentId === backend.parentId);
  return children.reduce((sum, child) => sum + (child?.own ?? 0), server.own + server.ended);
}

interface ProcessTimes {
  name: string;
  parentId: number;
  /** Seconds: its own, and those of children that have ended. */
  own: number;
  ended: number;
}

async function readStat(id: number): Promise<ProcessTimes | null> {
  const stat = await readFile(`/proc/${String(id)}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  // The name in brackets may hold anything, brackets included.
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return {
    name,
    parentId: fields[1] ?? 0,
    own: (user + system) / ticksPerSecond,
    ended: (endedUser + endedSystem) / ticksPerSecond,
  };
}
