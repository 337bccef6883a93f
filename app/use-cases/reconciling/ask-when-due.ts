import { readOrderImport } from "../../persistence/order-imports.ts";
import {
  readLastReconciliations,
  type ReconciliationKind,
} from "../../persistence/reconciliations.ts";
import type { App } from "../app.ts";
import { askForReconciliation } from "./ask-for-reconciliation.ts";

const minuteMs = 60_000;

/** A sweep with nothing to do costs a few points of a day's millions; a full one reads the number of every order. */
const everyMs = { sweep: 15 * minuteMs, full: 7 * 24 * 60 * minuteMs } as const;
/** One that says nothing for so long has lost its job. */
const silenceMs = 60 * minuteMs;

/** Asks for the reconciliations whose time has come, and again for those that got stuck. `at` is real time. */
export async function askWhenDue(app: App, shop: string, at: Date): Promise<void> {
  const importing = await readOrderImport(app.db, shop);
  if (importing === null) return;
  const { startedAt, finishedAt } = importing;
  // An import may take hours, or be paused: what changes meanwhile is found all the same.
  if (await isDue(app, shop, "sweep", startedAt, at))
    await askForReconciliation(app, app.db, shop, "sweep");
  // It reads every order itself.
  if (finishedAt !== null && (await isDue(app, shop, "full", finishedAt, at)))
    await askForReconciliation(app, app.db, shop, "full");
}

/** `readSince`: from when on the shop's orders are known otherwise. */
async function isDue(
  app: App,
  shop: string,
  kind: ReconciliationKind,
  readSince: Date,
  at: Date,
): Promise<boolean> {
  const { requested } = await readLastReconciliations(app.db, shop, kind);
  const since = (moment: Date) => at.getTime() - moment.getTime();
  if (requested === null) return since(readSince) >= everyMs[kind];
  if (requested.finishedAt === null) return since(requested.progressAt) >= silenceMs;
  return since(requested.requestedAt) >= everyMs[kind];
}
