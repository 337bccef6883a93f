import type { Baskets } from "../baskets.ts";
import { compareKeys } from "../compare-keys.ts";

/** Unlike things have no common price, so the shop as a whole is the last resort: where no product has a type. */
export type ComparedWithin = "product-type" | "shop";

/** `type` is `""` when compared within the shop. */
export type DearPrice = { type: string; priceMinor: number };

/** A third of a type has to be there to be the dearest: three products, and sales enough to place a price among. */
const leastProducts = 3;
const leastLines = 20;

/** The price that two thirds of a type's lines up to `asOfDay` do not exceed; gifts (price 0) are no lines here. */
export function findDearPrices(
  baskets: Baskets,
  comparedWithin: ComparedWithin,
  asOfDay: number,
): DearPrice[] {
  const names = comparedWithin === "shop" ? [""] : baskets.productTypes;
  const groupOf =
    comparedWithin === "shop" ? new Int32Array(baskets.products.key.length) : baskets.products.type;
  const lines = collectLines(baskets, asOfDay);
  const prices = pricesByGroup(baskets, lines, groupOf, names.length);
  const products = productsByGroup(baskets, lines, groupOf, names.length);
  return names
    .flatMap((type, group) => {
      const sorted = prices[group]?.sort() ?? new Float64Array(0);
      if (sorted.length < leastLines || (products[group] ?? 0) < leastProducts) return [];
      return [{ type, priceMinor: sorted[Math.ceil((sorted.length * 2) / 3) - 1] ?? 0 }];
    })
    .sort((a, b) => compareKeys(a.type, b.type));
}

/** Positions of the lines that have a product and a price. */
function collectLines({ orders, lines }: Baskets, asOfDay: number): Uint32Array {
  const found = new Uint32Array(lines.product.length);
  let count = 0;
  for (let order = 0; order < orders.day.length; order++) {
    if ((orders.day[order] ?? 0) > asOfDay) continue;
    const end = orders.lineOffsets[order + 1] ?? 0;
    for (let line = orders.lineOffsets[order] ?? 0; line < end; line++)
      if ((lines.product[line] ?? -1) >= 0 && (lines.unitPriceMinor[line] ?? 0) > 0)
        found[count++] = line;
  }
  return found.subarray(0, count);
}

function pricesByGroup(
  { lines }: Baskets,
  positions: Uint32Array,
  groupOf: Int32Array,
  groups: number,
): Float64Array[] {
  const sizes = new Uint32Array(groups);
  for (const line of positions) {
    const group = groupOf[lines.product[line] ?? -1] ?? -1;
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const prices = Array.from(sizes, (size) => new Float64Array(size));
  sizes.fill(0);
  for (const line of positions) {
    const group = groupOf[lines.product[line] ?? -1] ?? -1;
    const ofGroup = prices[group];
    if (ofGroup === undefined) continue;
    ofGroup[sizes[group] ?? 0] = lines.unitPriceMinor[line] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return prices;
}

/** How many different products each group's lines have. */
function productsByGroup(
  { lines }: Baskets,
  positions: Uint32Array,
  groupOf: Int32Array,
  groups: number,
): Uint32Array {
  const isSold = new Uint8Array(groupOf.length);
  for (const line of positions) isSold[lines.product[line] ?? 0] = 1;
  const products = new Uint32Array(groups);
  isSold.forEach((sold, product) => {
    const group = groupOf[product] ?? -1;
    if (sold === 1 && group >= 0) products[group] = (products[group] ?? 0) + 1;
  });
  return products;
}
