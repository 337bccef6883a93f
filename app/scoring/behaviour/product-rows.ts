import type { BasketProduct, BasketProductColumns } from "./baskets.ts";
import { Dictionary } from "./dictionary.ts";
import { growingInt32s } from "./growing-column.ts";

const latestDay = 0x7fffffff;

/** The products of a `BasketsBuilder`. */
export class ProductRows {
  readonly types = new Dictionary();
  readonly vendors = new Dictionary();
  readonly #keys = new Dictionary();
  readonly #type = growingInt32s();
  readonly #vendor = growingInt32s();
  readonly #launchDay = growingInt32s();

  get length(): number {
    return this.#type.length;
  }

  /** What the first call says of a product holds. */
  indexOf(key: string | null, facts: BasketProduct): number {
    const index = this.#keys.indexOf(key);
    if (index === this.length) {
      this.#type.push(this.types.indexOf(facts.type));
      this.#vendor.push(this.vendors.indexOf(facts.vendor));
      this.#launchDay.push(facts.launchDay ?? latestDay);
    }
    return index;
  }

  noteSale(product: number, day: number): void {
    if (product >= 0 && day < this.#launchDay.at(product)) this.#launchDay.replace(product, day);
  }

  take(): BasketProductColumns {
    return {
      key: [...this.#keys.texts],
      type: this.#type.toColumn(),
      vendor: this.#vendor.toColumn(),
      launchDay: this.#launchDay.toColumn(),
    };
  }
}
