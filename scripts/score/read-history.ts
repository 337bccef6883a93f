import type { Frame, MoneyRules } from "../../app/scoring/index.ts";
import { createCalendar, FrameBuilder } from "../../app/scoring/index.ts";
import { OrderExportError } from "../../order-export/order-export-error.ts";
import { readOrderExport } from "../../order-export/read-order-export.ts";
import { WrittenOffsets } from "../../order-export/written-offsets.ts";
import { countedNetMinor } from "./counted-net.ts";

/** What scoring needs of an export: who ordered when, and for how much. */
export type ExportHistory = {
  currency: string;
  timeZone: string;
  /** E-mail addresses; an address's position is the customer's index everywhere else. */
  customers: string[];
  /** The counted orders. */
  frame: Frame;
  /** Every order with a customer, counted or not, by its calendar day in shop time. */
  placedOrders: { customer: number; day: number }[];
  /** Day of the file's last order, guests' included. */
  lastDay: number;
};

type OrderTrace = { email: string; atMs: number; netMinor: number | null };

/** Reads an export keeping three values per order, however many lines they have. An `OrderExportError` for a bad file. */
export async function readHistory(
  path: string,
  givenTimeZone: string | undefined,
  rules: MoneyRules,
): Promise<ExportHistory> {
  const writtenOffsets = new WrittenOffsets();
  const traces: OrderTrace[] = [];
  let currency: string | null = null;
  for await (const order of readOrderExport(path, { writtenOffsets })) {
    currency = order.currency;
    traces.push({
      email: order.customerEmail,
      atMs: order.createdAtMs,
      netMinor: countedNetMinor(order, rules),
    });
  }
  if (currency === null)
    throw new OrderExportError({ file: path }, "has a header but no orders; expected at least one");
  const timeZone = writtenOffsets.resolveTimeZone(path, givenTimeZone);
  return { currency, timeZone, ...placeInShopTime(traces, timeZone) };
}

function placeInShopTime(traces: readonly OrderTrace[], timeZone: string) {
  const dayOf = createCalendar(timeZone);
  const builder = new FrameBuilder();
  const indexByEmail = new Map<string, number>();
  const placedOrders: ExportHistory["placedOrders"] = [];
  let lastDay = -Infinity;
  for (const { email, atMs, netMinor } of traces) {
    const day = dayOf(atMs);
    lastDay = Math.max(lastDay, day);
    if (email === "") continue;
    const customer = indexByEmail.get(email) ?? indexByEmail.size;
    indexByEmail.set(email, customer);
    placedOrders.push({ customer, day });
    if (netMinor !== null) builder.add(customer, day, atMs, netMinor);
  }
  return {
    customers: [...indexByEmail.keys()],
    frame: builder.build(indexByEmail.size),
    placedOrders,
    lastDay,
  };
}
