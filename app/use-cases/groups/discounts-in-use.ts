import { listDiscounts } from "../../persistence/discounts.ts";
import type { Database } from "../../persistence/database.ts";
import { storedDiscountOf } from "../publishing/discounts/stored-discount.ts";

/** A discount that would be left without its customers. */
export interface DiscountInUse {
  id: string;
  title: string;
}

/** What is for a group of the merchant's own, and has not ended: it finds its customers by the group's segment. */
export async function findDiscountsOfGroup(
  db: Database,
  { shop, key }: { shop: string; key: string },
): Promise<DiscountInUse[]> {
  const discounts = (await listDiscounts(db, shop)).map(storedDiscountOf);
  return discounts
    .filter(
      ({ family, labelKey, state }) => family === "list" && labelKey === key && state !== "ended",
    )
    .map(({ id, terms }) => ({ id, title: terms.title }));
}
