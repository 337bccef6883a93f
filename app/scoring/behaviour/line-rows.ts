import type { BasketLine, BasketLineColumns } from "./baskets.ts";
import type { RowOrder } from "./column-rows.ts";
import { extend, firstCapacity, take } from "./column-rows.ts";

/** The order lines of a `BasketsBuilder`, a row each, as they came. */
export class LineRows {
  length = 0;
  #product = new Int32Array(firstCapacity);
  #quantity = new Uint32Array(firstCapacity);
  #netMinor = new Float64Array(firstCapacity);
  #unitPriceMinor = new Float64Array(firstCapacity);
  #returnedQuantity = new Uint32Array(firstCapacity);

  add(line: BasketLine): void {
    if (this.length === this.#product.length) this.#grow(this.length * 2);
    const row = this.length++;
    this.#product[row] = line.product;
    this.#quantity[row] = line.quantity;
    this.#netMinor[row] = line.netMinor;
    this.#unitPriceMinor[row] = line.unitPriceMinor;
    this.#returnedQuantity[row] = line.returnedQuantity;
  }

  take(order: RowOrder): BasketLineColumns {
    const rows = this.length;
    return {
      product: take(this.#product, order, new Int32Array(rows)),
      quantity: take(this.#quantity, order, new Uint32Array(rows)),
      netMinor: take(this.#netMinor, order, new Float64Array(rows)),
      unitPriceMinor: take(this.#unitPriceMinor, order, new Float64Array(rows)),
      returnedQuantity: take(this.#returnedQuantity, order, new Uint32Array(rows)),
    };
  }

  #grow(capacity: number): void {
    this.#product = extend(this.#product, new Int32Array(capacity));
    this.#quantity = extend(this.#quantity, new Uint32Array(capacity));
    this.#netMinor = extend(this.#netMinor, new Float64Array(capacity));
    this.#unitPriceMinor = extend(this.#unitPriceMinor, new Float64Array(capacity));
    this.#returnedQuantity = extend(this.#returnedQuantity, new Uint32Array(capacity));
  }
}
