import type { BasketLine, BasketOrder, BasketProduct, Baskets } from "./baskets.ts";
import type { RowOrder } from "./column-rows.ts";
import { growingUint32s } from "./growing-column.ts";
import { LineRows } from "./line-rows.ts";
import { OrderRows } from "./order-rows.ts";
import { ProductRows } from "./product-rows.ts";
import { sortOrders } from "./sort-orders.ts";

/**
 * Collects counted orders with their lines and makes the columns of them. They may come in any order; those that come
 * by customer, then by time, are not moved again, so let a database sort them.
 */
export class BasketsBuilder {
  readonly #orders = new OrderRows();
  readonly #lineStarts = growingUint32s();
  readonly #lines = new LineRows();
  readonly #products = new ProductRows();

  /** The index by which lines name a product; −1 for no key. What the first call says of a product holds. */
  indexOfProduct(key: string | null, facts: BasketProduct): number {
    return this.#products.indexOf(key, facts);
  }

  /** `customer`: any index from 0. All amounts and counts are whole and not negative, or it throws a `RangeError`. */
  addOrder(customer: number, order: BasketOrder, lines: readonly BasketLine[]): void {
    refuseOrder(order);
    for (const line of lines) this.#refuseLine(line);
    this.#orders.add(customer, order);
    this.#lineStarts.push(this.#lines.length);
    for (const line of lines) {
      this.#lines.add(line);
      this.#products.noteSale(line.product, order.day);
    }
  }

  /** `customerCount` includes customers without a counted order. */
  build(customerCount: number): Baskets {
    const orders = this.#orders;
    const { offsets, positions } = sortOrders(customerCount, orders);
    const lines = this.#sortLines(positions);
    return {
      customerCount,
      orderOffsets: offsets,
      orders: orders.take(positions, lines.offsets),
      lines: this.#lines.take(lines.positions),
      products: this.#products.take(),
      countries: [...orders.countries.texts],
      channels: [...orders.channels.texts],
      sources: [...orders.sources.texts],
      productTypes: [...this.#products.types.texts],
      vendors: [...this.#products.vendors.texts],
    };
  }

  /** Lines follow their orders. */
  #sortLines(orderPositions: RowOrder): {
    offsets: Uint32Array;
    positions: RowOrder;
  } {
    const orderCount = this.#lineStarts.length;
    const startOf = (row: number): number =>
      row < orderCount ? this.#lineStarts.at(row) : this.#lines.length;
    const offsets = new Uint32Array(orderCount + 1);
    if (orderPositions === "as-appended") {
      for (let row = 0; row <= orderCount; row++) offsets[row] = startOf(row);
      return { offsets, positions: "as-appended" };
    }
    const positions = new Uint32Array(this.#lines.length);
    let to = 0;
    for (let place = 0; place < orderCount; place++) {
      const row = orderPositions[place] ?? 0;
      const end = startOf(row + 1);
      for (let line = startOf(row); line < end; line++) positions[to++] = line;
      offsets[place + 1] = to;
    }
    return { offsets, positions };
  }

  #refuseLine(line: BasketLine): void {
    if (
      !Number.isInteger(line.product) ||
      line.product < -1 ||
      line.product >= this.#products.length
    )
      throw new RangeError(`An order line names product ${line.product}, which is not known.`);
    refuseUnlessCount("quantity", line.quantity);
    refuseUnlessWhole("netMinor", line.netMinor);
    refuseUnlessWhole("unitPriceMinor", line.unitPriceMinor);
    refuseUnlessCount("returnedQuantity", line.returnedQuantity);
  }
}

function refuseOrder(order: BasketOrder): void {
  if (!Number.isInteger(order.day)) throw new RangeError(`An order is of day ${order.day}.`);
  if (!Number.isFinite(order.atMs)) throw new RangeError(`An order is of instant ${order.atMs}.`);
  refuseUnlessWhole("minuteOfWeek", order.minuteOfWeek);
  if (order.minuteOfWeek >= 10_080)
    throw new RangeError(`A week has no minute ${order.minuteOfWeek}.`);
  refuseUnlessWhole("netMinor", order.netMinor);
  refuseUnlessWhole("grossMinor", order.grossMinor);
  refuseUnlessWhole("discountMinor", order.discountMinor);
  refuseUnlessWhole("refundedMinor", order.refundedMinor);
  refuseUnlessCount("returnedUnits", order.returnedUnits);
}

function refuseUnlessWhole(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`An order has a ${what} of ${value}.`);
}

/**
 * An amount as `addOrder` takes it. Apps write orders with lines below nothing and prices beyond all bounds; one such line
 * must not keep a shop from being studied.
 */
export function boundMinor(minor: number): number {
  return Math.min(Math.max(0, minor), Number.MAX_SAFE_INTEGER);
}

/** Counts have four bytes. */
function refuseUnlessCount(what: string, value: number): void {
  refuseUnlessWhole(what, value);
  if (value > 0xffffffff) throw new RangeError(`An order has a ${what} of ${value}.`);
}
