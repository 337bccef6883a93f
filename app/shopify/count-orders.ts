import { CountOrdersDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** All orders of the shop that we may read, guests' and cancelled ones included. Exact however many they are. */
export async function countOrders(admin: AdminClient): Promise<number> {
  const { ordersCount } = await admin.request(CountOrdersDocument, {});
  return ordersCount?.count ?? 0;
}
