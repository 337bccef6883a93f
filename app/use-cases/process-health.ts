import { readLastDone } from "../persistence/failed-jobs.ts";
import type { App } from "./app.ts";

/** What a monitor is told. Nothing about any shop, so that nobody need be asked who they are. */
export interface ProcessHealth {
  status: "ok" | "degraded";
  database: "ok" | "unreachable";
  /** Whether a worker has looked around lately, as it does once a minute. */
  worker: "ok" | "silent" | "unknown";
}

const silenceMs = 5 * 60_000;

/** Whether the app's processes work together. `at` is real time. */
export async function readProcessHealth(app: App, at = new Date()): Promise<ProcessHealth> {
  try {
    const lookedAroundAt = await readLastDone(app.db, "tick");
    const isAwake = lookedAroundAt !== null && at.getTime() - lookedAroundAt.getTime() <= silenceMs;
    return {
      status: isAwake ? "ok" : "degraded",
      database: "ok",
      worker: isAwake ? "ok" : "silent",
    };
  } catch (error) {
    app.log.warn({ err: error }, "the database does not answer");
    return { status: "degraded", database: "unreachable", worker: "unknown" };
  }
}
