import { z } from "zod";
import { listOrderedProducts, readInterest } from "../../persistence/interest-counts.ts";
import { readProductTitles } from "../../persistence/products.ts";
import {
  calendarDayOf,
  interestDaysKept,
  judgeInterest,
  type InterestTrait,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** What a customer is shown to be interested in; `productName` is null for what no order has told the name of. */
export type CustomerInterest = InterestTrait & { productName: string | null };

const kindSchema = z.enum(["view", "cart", "search", "checkout", "purchase"]);
const dayMs = 86_400_000;

/** Judged as of now; nothing while the pixel has told nothing of them. */
export async function readCustomerInterest(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerInterest[]> {
  if (!/^\d{1,18}$/.test(customerId)) return [];
  const { timeZone } = await requireShop(app, shop);
  const id = BigInt(customerId);
  const rows = await readInterest(app.db, shop, id);
  if (rows.length === 0) return [];
  const now = await app.now();
  // A day more on either side, for the time zone.
  const since = new Date(now.getTime() - (interestDaysKept + 1) * dayMs);
  const orders = await listOrderedProducts(app.db, shop, id, since);
  const traits = judgeInterest(
    rows.map((row) => ({ ...row, kind: kindSchema.parse(row.kind) })),
    orders.map(({ processedAt, products }) => ({
      day: calendarDayOf(processedAt, timeZone),
      products,
    })),
    calendarDayOf(now, timeZone),
  );
  const products = traits.flatMap((trait) => (trait.trait === "interested" ? [trait.product] : []));
  const titles = await readProductTitles(app.db, shop, products);
  return traits.map((trait) => ({
    ...trait,
    productName: trait.trait === "interested" ? (titles.get(trait.product) ?? null) : null,
  }));
}
