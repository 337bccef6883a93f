import { readFileSync, writeFileSync } from "node:fs";

/** Linux forgets a process's peak when told so, and begins a new one. */
const forgetPeak = "5";

/**
 * Runs `work` and returns the most resident memory it needed beyond what was there before, in bytes; `null` where the
 * system does not tell.
 */
export function measurePeakBytes(work: () => unknown): number | null {
  try {
    writeFileSync("/proc/self/clear_refs", forgetPeak);
  } catch {
    return null;
  }
  const before = readStatus("VmRSS");
  work();
  return readStatus("VmHWM") - before;
}

function readStatus(field: string): number {
  const [, kilobytes = "0"] =
    new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync("/proc/self/status", "utf8")) ??
    [];
  return Number(kilobytes) * 1024;
}
