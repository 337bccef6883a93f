import { afterAll, beforeAll, expect, test } from "vitest";
import { startOrderImport } from "../../app/persistence/order-imports.ts";
import {
  findUnfinishedReconciliation,
  updateReconciliation,
  type ReconciliationKind,
} from "../../app/persistence/reconciliations.ts";
import { askWhenDue } from "../../app/use-cases/reconciling/ask-when-due.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const importedAt = new Date("2026-06-30T10:00:00Z");
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** What is asked for so long after the import. */
async function askedAfter(minutes: number): Promise<string[]> {
  app.asked.length = 0;
  await askWhenDue(app, shop, after(minutes));
  return app.asked;
}

function after(minutes: number): Date {
  return new Date(importedAt.getTime() + minutes * 60_000);
}

/** As the job would, had it begun at that moment; the asking itself notes the real time. */
async function end(kind: ReconciliationKind, minutes: number, isFinished = true): Promise<void> {
  const check = await findUnfinishedReconciliation(app.db, shop, kind);
  if (check === null) throw new Error(`no ${kind} was asked for`);
  const at = after(minutes);
  await updateReconciliation(app.db, check, {
    requestedAt: at,
    progressAt: at,
    finishedAt: isFinished ? at : null,
  });
}

test("a sweep is due a quarter of an hour after the last, a full reconciliation a week after the import", async () => {
  await startOrderImport(app.db, shop, importedAt);
  expect(await askedAfter(14)).toEqual([]);
  expect(await askedAfter(15)).toEqual(["sweep-orders"]);
  await end("sweep", 15);
  expect(await askedAfter(29)).toEqual([]);
  expect(await askedAfter(30)).toEqual(["sweep-orders"]);
  await end("sweep", 30);

  const week = 7 * 24 * 60;
  expect(await askedAfter(week)).toEqual(["sweep-orders"]);
  await end("sweep", week);
  await app.db.orderImport.update({ where: { shop }, data: { finishedAt: importedAt } });
  expect(await askedAfter(week - 1)).toEqual([]);
  expect(await askedAfter(week)).toEqual(["reconcile-orders"]);
  await end("full", week);
  expect(await askedAfter(week + 1)).toEqual([]);
});

test("one that says nothing for an hour is asked for again, and stays the one it was", async () => {
  const start = 20_000;
  expect(await askedAfter(start)).toContain("sweep-orders");
  await end("sweep", start, false);
  const { id } = (await findUnfinishedReconciliation(app.db, shop, "sweep")) ?? {};
  expect(await askedAfter(start + 59)).not.toContain("sweep-orders");
  expect(await askedAfter(start + 60)).toContain("sweep-orders");
  expect(await findUnfinishedReconciliation(app.db, shop, "sweep")).toMatchObject({ id });
});
