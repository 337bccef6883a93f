import { readCustomerData } from "../../persistence/customer-data.ts";
import { findPrivacyRequest, markPrivacyRequestDone } from "../../persistence/privacy-requests.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** Everything held of the customer of a request, as JSON text; null when there is no such request. */
export async function exportCustomerData(
  app: App,
  shop: string,
  requestId: string,
): Promise<string | null> {
  await requireShop(app, shop);
  if (!/^[0-9a-f-]{36}$/.test(requestId)) return null;
  const request = await findPrivacyRequest(app.db, shop, requestId);
  if (request?.kind !== "export" || request.customerId === null) return null;
  const { customerId } = request;
  const data = await readCustomerData(app.db, shop, customerId);
  await markPrivacyRequestDone(app.db, shop, requestId, new Date());
  // Ids and amounts are larger than every reader's numbers hold exactly.
  return JSON.stringify(
    { customerId, madeAt: new Date(), ...data },
    (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    2,
  );
}
