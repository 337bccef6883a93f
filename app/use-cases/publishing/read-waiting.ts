import { countWaiting, type Waiting } from "../../persistence/publication-wishes.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { publishedFamiliesOf } from "./published-families.ts";

/** How many customers Shopify does not show yet as the merchant's switches want it. Looks at everybody. */
export async function readWaiting(app: App, shop: Shop): Promise<Waiting> {
  return countWaiting(app.db, shop.shop, publishedFamiliesOf(shop));
}
