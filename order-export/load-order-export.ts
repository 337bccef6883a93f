import type { ExportedOrder, LoadedOrderExport } from "./exported-order.ts";
import { OrderExportError } from "./order-export-error.ts";
import { readOrderExport } from "./read-order-export.ts";
import { WrittenOffsets } from "./written-offsets.ts";

/** `timeZone`: the shop's IANA zone; needed unless every timestamp of the file has the offset +0000. */
export type LoadOptions = { timeZone?: string | undefined };

/** Reads a whole order export into memory, or nothing: an `OrderExportError` says what is wrong where. */
export async function loadOrderExport(
  path: string,
  options: LoadOptions = {},
): Promise<LoadedOrderExport> {
  const writtenOffsets = new WrittenOffsets();
  const orders: ExportedOrder[] = [];
  for await (const order of readOrderExport(path, { writtenOffsets })) orders.push(order);
  const [first] = orders;
  if (first === undefined)
    throw new OrderExportError({ file: path }, "has a header but no orders; expected at least one");
  return {
    orders,
    currency: first.currency,
    timeZone: writtenOffsets.resolveTimeZone(path, options.timeZone),
  };
}
