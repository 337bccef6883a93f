import type { ExportedLineItem } from "../../order-export/exported-order.ts";
import { IdSequence } from "../world/id-sequence.ts";
import type { LineItem } from "../world/order.ts";
import type { Product } from "../world/product.ts";
import type { World } from "../world/world.ts";

/** Makes products of an export's line items: one per SKU, or per name where there is none. */
export class ProductCatalogue {
  readonly #ids = new IdSequence();
  readonly #productByKey = new Map<string, Product>();

  /** The same line as the world keeps it: half a million of these are most of a large shop's memory. */
  lineItemOf({
    name,
    sku,
    vendor,
    quantity,
    priceMinor,
    discountMinor,
  }: ExportedLineItem): LineItem {
    const key = sku === "" ? name : sku;
    let product = this.#productByKey.get(key);
    if (product === undefined) {
      const id = this.#ids.take("Product");
      product = {
        gidType: "Product",
        id,
        variantId: this.#ids.take("ProductVariant"),
        title: name,
        sku,
        vendor,
        productType: "",
        priceMinor,
      };
      this.#productByKey.set(key, product);
    }
    return { product, quantity, unitPriceMinor: priceMinor, discountMinor };
  }

  /** Puts the products into a world that has none yet. */
  moveInto(world: World): void {
    for (const product of this.#productByKey.values()) {
      world.products.set(product.id, product);
      world.ids.keepAbove("Product", product.id);
      world.ids.keepAbove("ProductVariant", product.variantId);
    }
  }
}
