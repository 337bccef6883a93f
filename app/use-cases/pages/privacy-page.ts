import { countKept, type KeptRows } from "../../persistence/kept-rows.ts";
import { listPrivacyRequests } from "../../persistence/privacy-requests.ts";
import type { App } from "../app.ts";
import { historyChoices } from "../privacy/save-history-months.ts";
import { requireShop } from "../require-shop.ts";

export interface PrivacyPage {
  shop: { currencyCode: string; timeZone: string };
  kept: KeptRows;
  historyMonths: number;
  /** What may be chosen. */
  historyChoices: readonly number[];
  /** Newest first; moments as ISO instants. */
  exports: { id: string; customerId: string; receivedAt: string; doneAt: string | null }[];
  erasures: { id: string; doneAt: string }[];
}

const requestsShown = 100;

export async function readPrivacyPage(app: App, shop: string): Promise<PrivacyPage> {
  const { currencyCode, timeZone, historyMonths } = await requireShop(app, shop);
  const requests = await listPrivacyRequests(app.db, shop, requestsShown);
  return {
    shop: { currencyCode, timeZone },
    kept: await countKept(app.db, shop),
    historyMonths,
    historyChoices,
    exports: requests.flatMap(({ id, customerId, receivedAt, doneAt }) =>
      customerId === null
        ? []
        : [
            {
              id,
              customerId: String(customerId),
              receivedAt: receivedAt.toISOString(),
              doneAt: doneAt?.toISOString() ?? null,
            },
          ],
    ),
    erasures: requests.flatMap(({ id, kind, receivedAt, doneAt }) =>
      kind === "erasure" ? [{ id, doneAt: (doneAt ?? receivedAt).toISOString() }] : [],
    ),
  };
}
