import { connectionOf } from "./copy/lent-connections.ts";
import { copyOut, quoted } from "./copy/copy-streams.ts";
import { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";

/** What scoring needs of an order. One object is handed out again and again: take from it, do not keep it. */
export interface OrderFigures {
  customerRow: number;
  /** Guests' orders are not read. */
  hasCustomer: true;
  processedAtMs: number;
  isCancelled: boolean;
  isTest: boolean;
  totalMinor: number;
  refundedMinor: number;
}

/**
 * Every order of a shop but guests', in no order: sorting five million takes the database as long as reading them, and
 * the frame's builder does it in half a second. Returns the customers by their rows.
 */
export async function readBaseOrders(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  take: (order: OrderFigures) => void,
): Promise<CustomerRows> {
  const connection = await connectionOf(db, tx);
  const customers = new CustomerRows();
  const order: OrderFigures = {
    customerRow: 0,
    hasCustomer: true,
    processedAtMs: 0,
    isCancelled: false,
    isTest: false,
    totalMinor: 0,
    refundedMinor: 0,
  };
  const query = `SELECT customer_id, processed_at, total_minor_units, refunded_minor_units, cancelled_at IS NOT NULL, test
    FROM orders WHERE shop = ${quoted(connection, shop)} AND customer_id IS NOT NULL`;
  await copyOut(connection, query, (rows) => {
    order.customerRow = customers.add(rows.highHalf(0), rows.lowHalf(0));
    order.processedAtMs = rows.instantMs(1);
    order.totalMinor = rows.bigint(2);
    order.refundedMinor = rows.bigint(3);
    order.isCancelled = rows.boolean(4);
    order.isTest = rows.boolean(5);
    take(order);
  });
  return customers;
}
