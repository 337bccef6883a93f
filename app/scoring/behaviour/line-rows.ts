import type { BasketLine, BasketLineColumns } from "./baskets.ts";
import { growingDoubles, growingInt32s, growingUint32s } from "./growing-column.ts";

/** The order lines of a `BasketsBuilder`, a row each, as they came. */
export class LineRows {
  readonly #product = growingInt32s();
  readonly #quantity = growingUint32s();
  readonly #netMinor = growingDoubles();
  readonly #unitPriceMinor = growingDoubles();
  readonly #returnedQuantity = growingUint32s();

  get length(): number {
    return this.#product.length;
  }

  add(line: BasketLine): void {
    this.#product.push(line.product);
    this.#quantity.push(line.quantity);
    this.#netMinor.push(line.netMinor);
    this.#unitPriceMinor.push(line.unitPriceMinor);
    this.#returnedQuantity.push(line.returnedQuantity);
  }

  take(positions: Uint32Array | "as-appended"): BasketLineColumns {
    return {
      product: this.#product.take(positions),
      quantity: this.#quantity.take(positions),
      netMinor: this.#netMinor.take(positions),
      unitPriceMinor: this.#unitPriceMinor.take(positions),
      returnedQuantity: this.#returnedQuantity.take(positions),
    };
  }
}
