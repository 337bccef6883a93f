import { readFile } from "node:fs/promises";
import type { App } from "../../app/use-cases/app.ts";

/** What was computed so far, in seconds; by process id for the database's connections. */
export interface CpuSeconds {
  worker: number;
  connections: ReadonlyMap<number, number>;
}

/** Linux counts in hundredths of a second. */
const ticksPerSecond = 100;

/**
 * Reads the processor time of this process and of the database's own processes for our connections: other than wall time
 * it does not grow with what else the machine does. PostgreSQL's background processes are not in it.
 */
export async function readCpuSeconds(db: App["db"]): Promise<CpuSeconds> {
  const { user, system } = process.cpuUsage();
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  const connections = new Map<number, number>();
  for (const { pid } of rows) {
    const seconds = await readProcessSeconds(pid);
    if (seconds !== null) connections.set(pid, seconds);
  }
  return { worker: (user + system) / 1e6, connections };
}

/** `database` is null where its processes cannot be seen: on another machine or system. */
export function cpuSecondsBetween(
  from: CpuSeconds,
  to: CpuSeconds,
): { worker: number; database: number | null } {
  const spent = Array.from(to.connections, ([pid, at]) => at - (from.connections.get(pid) ?? 0));
  const sum = spent.reduce((total, seconds) => total + seconds, 0);
  return {
    worker: hundredths(to.worker - from.worker),
    database: spent.length === 0 ? null : hundredths(sum),
  };
}

async function readProcessSeconds(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name before the last bracket may hold anything, "postgres: echelon 127.0.0.1(5000) COPY" among it.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (stat?.includes("(postgres") !== true || fields === undefined) return null;
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
