import type { JobName } from "../../jobs/catalog.ts";
import { countFailedJobs } from "../../persistence/failed-jobs.ts";
import { readInboxState } from "../../persistence/inbox.ts";
import type { Waiting } from "../../persistence/publication-wishes.ts";
import { readLastReconciliations } from "../../persistence/reconciliations.ts";
import { readLastRun } from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { describeReconciliations, type ReconciliationHealth } from "./reconciliation-health.ts";

/** What a given-up job was about, in words a merchant knows. */
export type TaskKind = "events" | "orders" | "scores" | "publishing" | "other";

/** Does everything that should run by itself do so? Instants are ISO 8601. */
export interface ShopHealth {
  lastEventAt: string | null;
  inboxDepth: number;
  /** How long the oldest event that waits has waited; 0 when none does. */
  lagSeconds: number;
  /** No order event for hours, and no sweep that would have made up for it. */
  mayMissOrders: boolean;
  lastRunAt: string | null;
  waitingToPublish: number;
  publishing: boolean;
  sweep: ReconciliationHealth;
  full: ReconciliationHealth;
  failedJobs: number;
  failedTasks: { kind: TaskKind; jobs: number }[];
  /** As of Shopify's last answer. */
  apiBudget: { available: number; maximum: number; at: string | null } | null;
}

const hourMs = 3_600_000;
const silenceMs = 6 * hourMs;

const kinds = {
  "handle-event": "events",
  "import-orders": "orders",
  "sweep-orders": "orders",
  "reconcile-orders": "orders",
  "settle-doubts": "orders",
  "score-base": "scores",
  "study-base": "scores",
  retier: "scores",
  publish: "publishing",
} as const satisfies Partial<Record<JobName, TaskKind>>;
const kindOfJob = new Map<string, TaskKind>(Object.entries(kinds));

/** `waiting` as `readWaiting` counts it. */
export async function readShopHealth(
  app: App,
  record: Shop,
  waiting: Waiting,
  at = new Date(),
): Promise<ShopHealth> {
  const { shop } = record;
  const inbox = await readInboxState(app.db, shop);
  const run = await readLastRun(app.db, shop);
  const sweeps = await readLastReconciliations(app.db, shop, "sweep");
  const failedTasks = await readFailedTasks(app, shop);
  const ageMs = (moment: Date | null | undefined) => at.getTime() - (moment?.getTime() ?? 0);
  return {
    lastEventAt: inbox.lastOrderEventAt?.toISOString() ?? null,
    inboxDepth: inbox.depth,
    lagSeconds: inbox.waitingSince === null ? 0 : Math.round(ageMs(inbox.waitingSince) / 1_000),
    mayMissOrders:
      ageMs(record.installedAt) > silenceMs &&
      ageMs(inbox.lastOrderEventAt) > silenceMs &&
      ageMs(sweeps.finished?.finishedAt) > hourMs,
    lastRunAt: run?.finishedAt.toISOString() ?? null,
    waitingToPublish: waiting.customers,
    publishing: isPublishing(record),
    sweep: describeReconciliations(sweeps),
    full: describeReconciliations(await readLastReconciliations(app.db, shop, "full")),
    failedJobs: failedTasks.reduce((sum, { jobs }) => sum + jobs, 0),
    failedTasks,
    apiBudget: budgetOf(record),
  };
}

export function isPublishing(record: Shop): boolean {
  return record.publishTags || record.publishMetafields || record.publishSegments;
}

async function readFailedTasks(app: App, shop: string): Promise<ShopHealth["failedTasks"]> {
  const byKind = new Map<TaskKind, number>();
  for (const { name, jobs } of await countFailedJobs(app.db, shop)) {
    const kind = kindOfJob.get(name) ?? "other";
    byKind.set(kind, (byKind.get(kind) ?? 0) + jobs);
  }
  return [...byKind].map(([kind, jobs]) => ({ kind, jobs }));
}

function budgetOf({ apiBudgetAvailable, apiBudgetMaximum, apiBudgetAt }: Shop) {
  if (apiBudgetAvailable === null || apiBudgetMaximum === null) return null;
  return {
    available: apiBudgetAvailable,
    maximum: apiBudgetMaximum,
    at: apiBudgetAt?.toISOString() ?? null,
  };
}
