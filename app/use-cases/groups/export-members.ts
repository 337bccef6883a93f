import papaparse from "papaparse";
import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";
import { listMembers, type MemberStanding } from "../../persistence/custom-group-members.ts";
import { findCustomGroup } from "../../persistence/custom-groups.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { nameOfLabel, readLiveProgram } from "../scoring/live-program.ts";

const partSize = 1_000;
const columns = ["customer_id", "tier", "group", "window_spend", "orders", "last_order_at"];

/** CSV of everybody in a group as a stream of text; of a group that is not there only the head. */
export async function* exportMembers(app: App, shop: string, id: string): AsyncGenerator<string> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const minorDigits = findCurrencyMinorDigits(record.currencyCode) ?? 2;
  const nameOf = (family: "tier" | "group", key: string | null) =>
    key === null ? null : nameOfLabel(program, family, key);
  yield writeLine(columns);
  const group = await findCustomGroup(app.db, shop, id);
  if (group === null) return;
  let after: bigint | null = null;
  do {
    const members: MemberStanding[] = await listMembers(app.db, group, after, partSize);
    for (const member of members)
      yield writeLine([
        String(member.customerId),
        nameOf("tier", member.tier),
        nameOf("group", member.group),
        formatMoney(Number(member.windowNetMinorUnits), minorDigits),
        member.countedOrders,
        member.lastOrderAt?.toISOString(),
      ]);
    after = members.at(partSize - 1)?.customerId ?? null;
  } while (after !== null);
}

function writeLine(fields: unknown[]): string {
  // A tier may be named "=1+1"; a spreadsheet must not compute it.
  return papaparse.unparse([fields], { escapeFormulae: true }) + "\r\n";
}
