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
  // Until then there is nothing to compare; the import itself reads everything.
  if (importing?.finishedAt == null) return;
  for (const kind of ["sweep", "full"] as const)
    if (await isDue(app, shop, kind, importing.finishedAt, at))
      await askForReconciliation(app, app.db, shop, kind);
}

async function isDue(
  app: App,
  shop: string,
  kind: ReconciliationKind,
  importedAt: Date,
  at: Date,
): Promise<boolean> {
  const { requested } = await readLastReconciliations(app.db, shop, kind);
  const since = (moment: Date) => at.getTime() - moment.getTime();
  if (requested === null) return since(importedAt) >= everyMs[kind];
  if (requested.finishedAt === null) return since(requested.progressAt) >= silenceMs;
  return since(requested.requestedAt) >= everyMs[kind];
}
