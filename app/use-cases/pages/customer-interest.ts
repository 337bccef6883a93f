import { readProductTitles } from "../../persistence/products.ts";
import { calendarDayOf, judgeInterest, type InterestTrait } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readInterestFacts } from "../interest/read-interest-facts.ts";
import { requireShop } from "../require-shop.ts";

/** What a customer is shown to be interested in; `productName` is null for what nothing has told the name of. */
export type CustomerInterest = InterestTrait & { productName: string | null };

/** Judged as of now; nothing while neither the pixel nor a checkout has told anything of them. */
export async function readCustomerInterest(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerInterest[]> {
  if (!/^\d{1,18}$/.test(customerId)) return [];
  const record = await requireShop(app, shop);
  const id = BigInt(customerId);
  const now = await app.now();
  const facts = (await readInterestFacts(app.db, record, [id], now)).get(id);
  if (facts === undefined) return [];
  const traits = judgeInterest(facts, calendarDayOf(now, record.timeZone));
  const titles = await readProductTitles(app.db, shop, traits.flatMap(productIn));
  return traits.map((trait) => {
    const [product] = productIn(trait);
    return { ...trait, productName: product === undefined ? null : (titles.get(product) ?? null) };
  });
}

function productIn(trait: InterestTrait): string[] {
  return trait.trait === "interested" && trait.about.kind === "product"
    ? [trait.about.product]
    : [];
}
