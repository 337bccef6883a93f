import papaparse from "papaparse";
import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { everybodyDue } from "./due-soon.ts";

const columns = [
  "customer_id",
  "changes_on",
  "tier",
  "next_tier",
  "group",
  "next_group",
  "window_spend",
];

/** CSV of everybody who changes within 30 days, as a stream of text. A label that stays has no next one. */
export async function* exportDueSoon(app: App, shop: string): AsyncGenerator<string> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const minorDigits = findCurrencyMinorDigits(record.currencyCode) ?? 2;
  yield writeLine(columns);
  for await (const { customerId, change, windowNetMinorUnits } of everybodyDue(
    app,
    record,
    program,
  ))
    yield writeLine([
      customerId,
      change.on,
      change.tier?.from,
      change.tier?.to,
      change.group?.from,
      change.group?.to,
      formatMoney(windowNetMinorUnits, minorDigits),
    ]);
}

function writeLine(fields: unknown[]): string {
  // A tier may be named "=1+1"; a spreadsheet must not compute it.
  return papaparse.unparse([fields], { escapeFormulae: true }) + "\r\n";
}
