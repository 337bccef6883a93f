import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";
import type { App } from "../app.ts";
import type { MoverQuestion, MoversResult } from "../previewing/list-movers.ts";
import type { Previewer } from "../previewing/previewer.ts";
import { requireShop } from "../require-shop.ts";
import { readDraft } from "../scoring/program-draft.ts";
import { csvLine } from "./csv-line.ts";

/** Whom to list: a step by the tiers' keys, or a direction; null in a step is "not ranked". */
export type WhichMovers = Pick<MoverQuestion, "step" | "direction">;

export interface MoversPage {
  shop: { currencyCode: string; timeZone: string };
  /** By the draft; null when there is none. */
  result: MoversResult | null;
  /** From 0. */
  page: number;
  pages: number;
}

export const moversOnPage = 50;
/** So many are worked out at a time for a file: enough that few turns are needed, few enough to hold. */
const moversInPart = 20_000;

/** Who would change tier by the draft of a shop. */
export async function readMoversPage(
  app: App,
  previewer: Previewer,
  shop: string,
  which: WhichMovers,
  page: number,
): Promise<MoversPage> {
  const record = await requireShop(app, shop);
  const draft = await readDraft(app, shop);
  const question = { ...which, skip: page * moversOnPage, most: moversOnPage };
  const result =
    draft === null
      ? null
      : await previewer.listMovers(shop, draft.parts, question, await app.now());
  const total = result?.kind === "movers" ? result.total : 0;
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    result,
    page,
    pages: Math.ceil(total / moversOnPage),
  };
}

/** The same as CSV, everybody, as a stream of text. */
export async function* exportMovers(
  app: App,
  previewer: Previewer,
  shop: string,
  which: WhichMovers,
): AsyncGenerator<string> {
  const { currencyCode } = await requireShop(app, shop);
  const minorDigits = findCurrencyMinorDigits(currencyCode) ?? 2;
  const draft = await readDraft(app, shop);
  const now = await app.now();
  yield csvLine(["customer_id", "from", "to", "direction", "window_spend"]);
  if (draft === null) return;
  for (let skip = 0; ; skip += moversInPart) {
    const question = { ...which, skip, most: moversInPart };
    const result = await previewer.listMovers(shop, draft.parts, question, now);
    if (result.kind === "refused") return;
    const nameOf = (key: string | null) => result.labels.find((each) => each.key === key)?.name;
    for (const { customerId, from, to, direction, windowNetMinorUnits } of result.movers)
      yield csvLine([
        customerId,
        nameOf(from),
        nameOf(to),
        direction,
        formatMoney(windowNetMinorUnits, minorDigits),
      ]);
    if (skip + moversInPart >= result.total) return;
  }
}
