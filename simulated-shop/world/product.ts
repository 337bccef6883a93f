import type { Metafield } from "./metafield.ts";

/** A product with one variant; enough for orders, refunds and "what do they buy". */
export type Product = {
  readonly gidType: "Product";
  readonly id: number;
  readonly variantId: number;
  readonly title: string;
  readonly sku: string;
  readonly productType: string;
  readonly vendor: string;
  readonly priceMinor: number;
  readonly isGiftCard?: boolean;
  /** Absent until the first one is added. */
  tags?: readonly string[];
  metafields?: Metafield[];
};

/** An item of one order that is in no catalogue. */
export function customProduct(given: {
  title: string;
  priceMinor: number;
  sku?: string;
  vendor?: string;
  isGiftCard?: boolean;
}): Product {
  const { title, priceMinor, sku = "", vendor = "", isGiftCard = false } = given;
  const product = { gidType: "Product", id: 0, variantId: 0, productType: "" } as const;
  return { ...product, title, sku, vendor, priceMinor, ...(isGiftCard && { isGiftCard }) };
}

/** True for a product of the catalogue. */
export function isInCatalogue({ id }: Product): boolean {
  return id !== 0;
}
