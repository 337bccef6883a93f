import { createHash } from "node:crypto";

/** 48 bits of a digest above this: ids look like Shopify's and stay below 2^53. */
const FIRST_DERIVED_ID = 1_000_000_000_000;

/** An id that depends on a text only, so a customer keeps it when a longer export of the same shop is loaded. */
export function stableIdOf(text: string, isTaken: (id: number) => boolean): number {
  let id = FIRST_DERIVED_ID + createHash("sha256").update(text).digest().readUIntBE(0, 6);
  while (isTaken(id)) id += 1;
  return id;
}

/** The export's own id when it is a positive whole number that JavaScript holds exactly; null otherwise. */
export function safeIdOf(id: string | null): number | null {
  const number = id === null || !/^\d+$/.test(id) ? 0 : Number(id);
  return number > 0 && Number.isSafeInteger(number) ? number : null;
}
