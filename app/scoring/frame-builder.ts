import type { Frame } from "./frame.ts";
import { buildFrame } from "./frame.ts";

const firstCapacity = 1024;

/** Collects counted orders one by one, however many there will be, and makes the frame of them. */
export class FrameBuilder {
  #length = 0;
  #customer = new Uint32Array(firstCapacity);
  #day = new Int32Array(firstCapacity);
  #atMs = new Float64Array(firstCapacity);
  #netMinor = new Float64Array(firstCapacity);

  /** `customer`: any index from 0; `day`: the order's calendar date in shop time; `netMinor`: positive and whole. */
  add(customer: number, day: number, atMs: number, netMinor: number): void {
    if (!Number.isSafeInteger(netMinor) || netMinor <= 0)
      throw new RangeError(`A counted order has a net of ${netMinor} minor units.`);
    if (this.#length === this.#customer.length) this.#grow();
    this.#customer[this.#length] = customer;
    this.#day[this.#length] = day;
    this.#atMs[this.#length] = atMs;
    this.#netMinor[this.#length] = netMinor;
    this.#length++;
  }

  /** `customerCount` includes customers without a counted order. */
  build(customerCount: number): Frame {
    const end = this.#length;
    return buildFrame(customerCount, {
      customer: this.#customer.subarray(0, end),
      day: this.#day.subarray(0, end),
      atMs: this.#atMs.subarray(0, end),
      netMinor: this.#netMinor.subarray(0, end),
    });
  }

  #grow(): void {
    const capacity = this.#customer.length * 2;
    this.#customer = extend(new Uint32Array(capacity), this.#customer);
    this.#day = extend(new Int32Array(capacity), this.#day);
    this.#atMs = extend(new Float64Array(capacity), this.#atMs);
    this.#netMinor = extend(new Float64Array(capacity), this.#netMinor);
  }
}

function extend<Column extends Uint32Array | Int32Array | Float64Array>(
  longer: Column,
  column: Column,
): Column {
  longer.set(column);
  return longer;
}
