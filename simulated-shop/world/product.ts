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
};
