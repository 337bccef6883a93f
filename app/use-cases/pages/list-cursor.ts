import { z } from "zod";
import type { ListPlace } from "../../persistence/customer-list.ts";

export interface ListCursor {
  place: ListPlace;
  side: "before" | "after";
}

const wholeNumber = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);
const cursorParts = z.tuple([z.enum(["before", "after"]), wholeNumber, wholeNumber]);

/** `after_1204_88`: the side, the sort value and the customer of the row to go on from. */
export function writeListCursor({ place, side }: ListCursor): string {
  return [side, place.sortValue, place.customerId].join("_");
}

/** Null for anything that is not a cursor of ours. */
export function readListCursor(text: string): ListCursor | null {
  const parts = cursorParts.safeParse(text.split("_"));
  if (!parts.success) return null;
  const [side, sortValue, customerId] = parts.data;
  return { side, place: { sortValue, customerId } };
}
