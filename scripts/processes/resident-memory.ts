import { listProcesses, type RunningProcess } from "./list-processes.ts";

export interface MemorySampler {
  /** Takes a last sample and returns the largest sum seen, in megabytes (10⁶ bytes), rounded up. */
  stop: () => Promise<number>;
}

const intervalMs = 200;

/**
 * Watches the summed resident size of whole process trees. Memory that several processes share, such as
 * PostgreSQL's buffers, counts once for each.
 */
export function startMemorySampler(roots: readonly number[] = [process.pid]): MemorySampler {
  let peakBytes = 0;
  async function sample() {
    peakBytes = Math.max(peakBytes, residentBytesOfTrees(roots, await listProcesses()));
  }
  let latest = sample();
  const timer = setInterval(() => {
    // One sample at a time: on a busy machine reading may take longer than the interval.
    latest = latest.then(sample);
  }, intervalMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await latest;
      await sample();
      return Math.ceil(peakBytes / 1e6);
    },
  };
}

/** Sum over the roots and all their descendants. */
export function residentBytesOfTrees(
  roots: readonly number[],
  processes: readonly RunningProcess[],
): number {
  const counted = new Set<number>();
  let generation = processes.filter(({ id }) => roots.includes(id));
  let bytes = 0;
  while (generation.length > 0) {
    for (const { id, residentBytes } of generation) {
      counted.add(id);
      bytes += residentBytes;
    }
    generation = processes.filter(({ id, parentId }) => counted.has(parentId) && !counted.has(id));
  }
  return bytes;
}
