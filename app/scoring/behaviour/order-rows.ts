import type { BasketOrder, BasketOrderColumns } from "./baskets.ts";
import type { RowOrder } from "./column-rows.ts";
import { extend, firstCapacity, take } from "./column-rows.ts";
import { Dictionary } from "./dictionary.ts";

/** Two bytes hold an index: nobody sells in more countries or channels than that. */
const mostIndexes = 32_767;

/**
 * The orders of a `BasketsBuilder`, a row each, as they came. The columns stand here one by one because a common class
 * for columns of six kinds makes each append ten times as slow.
 */
export class OrderRows {
  length = 0;
  customer = new Uint32Array(firstCapacity);
  day = new Int32Array(firstCapacity);
  atMs = new Float64Array(firstCapacity);
  readonly countries = new Dictionary();
  readonly channels = new Dictionary();
  readonly sources = new Dictionary();
  #minuteOfWeek = new Uint16Array(firstCapacity);
  #netMinor = new Float64Array(firstCapacity);
  #grossMinor = new Float64Array(firstCapacity);
  #discountMinor = new Float64Array(firstCapacity);
  #refundedMinor = new Float64Array(firstCapacity);
  #returnedUnits = new Uint32Array(firstCapacity);
  #usedDiscount = new Uint8Array(firstCapacity);
  #country = new Int16Array(firstCapacity);
  #channel = new Int16Array(firstCapacity);
  #source = new Int16Array(firstCapacity);

  add(customer: number, order: BasketOrder): void {
    if (this.length === this.customer.length) this.#grow(this.length * 2);
    const row = this.length++;
    this.customer[row] = customer;
    this.day[row] = order.day;
    this.atMs[row] = order.atMs;
    this.#minuteOfWeek[row] = order.minuteOfWeek;
    this.#netMinor[row] = order.netMinor;
    this.#grossMinor[row] = order.grossMinor;
    this.#discountMinor[row] = order.discountMinor;
    this.#refundedMinor[row] = order.refundedMinor;
    this.#returnedUnits[row] = order.returnedUnits;
    this.#usedDiscount[row] = order.usedDiscount ? 1 : 0;
    this.#country[row] = indexOf(this.countries, order.country);
    this.#channel[row] = indexOf(this.channels, order.channel);
    this.#source[row] = indexOf(this.sources, order.source);
  }

  take(order: RowOrder, lineOffsets: Uint32Array): BasketOrderColumns {
    const rows = this.length;
    return {
      day: take(this.day, order, new Int32Array(rows)),
      atMs: take(this.atMs, order, new Float64Array(rows)),
      minuteOfWeek: take(this.#minuteOfWeek, order, new Uint16Array(rows)),
      netMinor: take(this.#netMinor, order, new Float64Array(rows)),
      grossMinor: take(this.#grossMinor, order, new Float64Array(rows)),
      discountMinor: take(this.#discountMinor, order, new Float64Array(rows)),
      refundedMinor: take(this.#refundedMinor, order, new Float64Array(rows)),
      returnedUnits: take(this.#returnedUnits, order, new Uint32Array(rows)),
      usedDiscount: take(this.#usedDiscount, order, new Uint8Array(rows)),
      country: take(this.#country, order, new Int16Array(rows)),
      channel: take(this.#channel, order, new Int16Array(rows)),
      source: take(this.#source, order, new Int16Array(rows)),
      lineOffsets,
    };
  }

  #grow(capacity: number): void {
    this.customer = extend(this.customer, new Uint32Array(capacity));
    this.day = extend(this.day, new Int32Array(capacity));
    this.atMs = extend(this.atMs, new Float64Array(capacity));
    this.#minuteOfWeek = extend(this.#minuteOfWeek, new Uint16Array(capacity));
    this.#netMinor = extend(this.#netMinor, new Float64Array(capacity));
    this.#grossMinor = extend(this.#grossMinor, new Float64Array(capacity));
    this.#discountMinor = extend(this.#discountMinor, new Float64Array(capacity));
    this.#refundedMinor = extend(this.#refundedMinor, new Float64Array(capacity));
    this.#returnedUnits = extend(this.#returnedUnits, new Uint32Array(capacity));
    this.#usedDiscount = extend(this.#usedDiscount, new Uint8Array(capacity));
    this.#country = extend(this.#country, new Int16Array(capacity));
    this.#channel = extend(this.#channel, new Int16Array(capacity));
    this.#source = extend(this.#source, new Int16Array(capacity));
  }
}

/** What does not fit is as good as unknown. */
function indexOf(dictionary: Dictionary, text: string | null): number {
  const index = dictionary.indexOf(text);
  return index < mostIndexes ? index : -1;
}
