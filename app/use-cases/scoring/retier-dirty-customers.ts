import { clearDirtyMarks, readDirtyMarks } from "../../persistence/dirty-customers.ts";
import type { Transaction } from "../../persistence/database.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { App } from "../app.ts";
import { publishAgain } from "../publishing/publish-again.ts";
import { decideCustomers } from "./decide-customers.ts";
import { beginRun, recordRun } from "./run-facts.ts";
import { readJudging } from "./scored-customers.ts";

/** Few enough that a webhook's customer never waits long behind others. */
const customersPerRun = 500;

/** Scores the customers whose orders changed against the live calibration. */
export async function retierDirtyCustomers(app: App, shop: string): Promise<void> {
  const now = await app.now();
  while ((await app.db.$transaction((tx) => retierSome(app, tx, shop, now))) === customersPerRun);
}

/** Returns how many customers were looked at. */
async function retierSome(app: App, tx: Transaction, shop: string, now: Date): Promise<number> {
  const startedAt = new Date();
  await lockScoringOf(tx, shop);
  const judging = await readJudging(tx, shop, now);
  // Before the first calibration nobody can be scored; the run that makes it scores everybody.
  if (judging === null) return 0;
  const marks = await readDirtyMarks(tx, shop, customersPerRun);
  if (marks.length === 0) return 0;

  const run = await beginRun(tx, "order", judging, startedAt);
  const scope = marks.map((mark) => mark.customerId);
  const count = await decideCustomers(tx, judging, scope, "order", run);
  await recordRun(tx, shop, run, count);
  await clearDirtyMarks(tx, shop, marks);
  await publishAgain(app, tx, shop, scope);
  return marks.length;
}
