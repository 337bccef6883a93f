import { ReadShopDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** What scoring must know of a shop: the currency of its amounts, and the IANA zone its days begin in. */
export async function readShop(
  admin: AdminClient,
): Promise<{ currencyCode: string; timeZone: string }> {
  const { shop } = await admin.request(ReadShopDocument, {});
  return { currencyCode: shop.currencyCode, timeZone: shop.ianaTimezone };
}
