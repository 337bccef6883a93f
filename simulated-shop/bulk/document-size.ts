/** The longest query or mutation a bulk operation keeps. */
export const MAX_DOCUMENT_BYTES = 65_535;

/** The size of a document as Shopify stores it: UTF-8, each line break written as two characters. */
export function storedBytesOf(text: string): number {
  return Buffer.byteLength(text) + (text.split("\n").length - 1);
}
