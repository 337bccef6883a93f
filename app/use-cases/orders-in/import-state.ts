import type { OrderImport } from "../../persistence/order-imports.ts";

/** So many results in a row that come to nothing are enough: then somebody should look. */
export const mostFailures = 5;

export function isUnderWay(importing: OrderImport | null): importing is OrderImport {
  return importing !== null && importing.finishedAt === null && importing.pausedAt === null;
}

/** Paused not by the merchant, but because Shopify gave nothing time and again. */
export function hasGivenUp({ pausedAt, failures }: OrderImport): boolean {
  return pausedAt !== null && failures >= mostFailures;
}
