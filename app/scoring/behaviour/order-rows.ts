import type { BasketOrder, BasketOrderColumns } from "./baskets.ts";
import { Dictionary } from "./dictionary.ts";
import {
  growingDoubles,
  growingInt16s,
  growingInt32s,
  growingUint16s,
  growingUint32s,
  growingUint8s,
} from "./growing-column.ts";

/** Two bytes hold an index: nobody sells in more countries or channels than that. */
const mostIndexes = 32_767;

/** The orders of a `BasketsBuilder`, a row each, as they came. */
export class OrderRows {
  readonly customer = growingUint32s();
  readonly day = growingInt32s();
  readonly atMs = growingDoubles();
  readonly countries = new Dictionary();
  readonly channels = new Dictionary();
  readonly sources = new Dictionary();
  readonly #minuteOfWeek = growingUint16s();
  readonly #netMinor = growingDoubles();
  readonly #grossMinor = growingDoubles();
  readonly #discountMinor = growingDoubles();
  readonly #refundedMinor = growingDoubles();
  readonly #returnedUnits = growingUint32s();
  readonly #usedDiscount = growingUint8s();
  readonly #country = growingInt16s();
  readonly #channel = growingInt16s();
  readonly #source = growingInt16s();

  add(customer: number, order: BasketOrder): void {
    this.customer.push(customer);
    this.day.push(order.day);
    this.atMs.push(order.atMs);
    this.#minuteOfWeek.push(order.minuteOfWeek);
    this.#netMinor.push(order.netMinor);
    this.#grossMinor.push(order.grossMinor);
    this.#discountMinor.push(order.discountMinor);
    this.#refundedMinor.push(order.refundedMinor);
    this.#returnedUnits.push(order.returnedUnits);
    this.#usedDiscount.push(order.usedDiscount ? 1 : 0);
    this.#country.push(indexOf(this.countries, order.country));
    this.#channel.push(indexOf(this.channels, order.channel));
    this.#source.push(indexOf(this.sources, order.source));
  }

  take(positions: Uint32Array | "as-appended", lineOffsets: Uint32Array): BasketOrderColumns {
    return {
      day: this.day.take(positions),
      atMs: this.atMs.take(positions),
      minuteOfWeek: this.#minuteOfWeek.take(positions),
      netMinor: this.#netMinor.take(positions),
      grossMinor: this.#grossMinor.take(positions),
      discountMinor: this.#discountMinor.take(positions),
      refundedMinor: this.#refundedMinor.take(positions),
      returnedUnits: this.#returnedUnits.take(positions),
      usedDiscount: this.#usedDiscount.take(positions),
      country: this.#country.take(positions),
      channel: this.#channel.take(positions),
      source: this.#source.take(positions),
      lineOffsets,
    };
  }
}

/** What does not fit is as good as unknown. */
function indexOf(dictionary: Dictionary, text: string | null): number {
  const index = dictionary.indexOf(text);
  return index < mostIndexes ? index : -1;
}
