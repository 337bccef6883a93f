import { countRefusals, listRefusals } from "../../persistence/refusals.ts";
import type { App } from "../app.ts";

/** Customers whom Shopify refused to change. */
export interface RefusedCustomers {
  customers: number;
  /** Some of them, and what Shopify said. */
  first: { customerId: string; problem: string }[];
}

const most = 50;

/** Of the whole shop, or of those whom a run decided on. */
export async function readRefused(
  app: App,
  shop: string,
  runId: string | null,
): Promise<RefusedCustomers> {
  const first = await listRefusals(app.db, { shop, runId }, most);
  return {
    customers: first.length < most ? first.length : await countRefusals(app.db, { shop, runId }),
    first: first.map(({ customerId, problem }) => ({ customerId: String(customerId), problem })),
  };
}
