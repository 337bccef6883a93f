import type { ExportedLineItem } from "../../order-export/exported-order.ts";
import { addProduct } from "../world/add-product.ts";
import type { LineItem } from "../world/order.ts";
import type { Product } from "../world/product.ts";
import type { World } from "../world/world.ts";

/** Makes products of an export's line items: one per SKU, or per name where there is none. */
export class ProductCatalogue {
  readonly #world: World;
  readonly #productByKey = new Map<string, Product>();

  constructor(world: World) {
    this.#world = world;
  }

  lineItemOf({ name, sku, vendor, quantity, priceMinor, discountMinor }: ExportedLineItem): LineItem {
    const key = sku === "" ? name : sku;
    let product = this.#productByKey.get(key);
    if (product === undefined) {
      product = addProduct(this.#world, { title: name, sku, vendor, productType: "", priceMinor });
      this.#productByKey.set(key, product);
    }
    return { product, quantity, unitPriceMinor: priceMinor, discountMinor };
  }
}
