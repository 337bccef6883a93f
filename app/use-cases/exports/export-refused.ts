import { listRefusals } from "../../persistence/refusals.ts";
import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { isRunId } from "../pages/run-page.ts";
import { requireShop } from "../require-shop.ts";
import type { ExportQuery } from "./export-list.ts";

const partSize = 1_000;

/** Customers set aside because Shopify refused to change them, and what it said; with a run's id those of the run. */
export async function* exportRefused(
  app: App,
  shop: string,
  { id }: ExportQuery,
): AsyncGenerator<string> {
  await requireShop(app, shop);
  const refused = { shop, runId: isRunId(id) ? id : null };
  yield csvLine(["customer_id", "problem"]);
  let after = 0n;
  for (;;) {
    const part = await listRefusals(app.db, refused, partSize, after);
    for (const { customerId, problem } of part) yield csvLine([String(customerId), problem]);
    const last = part.at(partSize - 1);
    if (last === undefined) return;
    after = last.customerId;
  }
}
