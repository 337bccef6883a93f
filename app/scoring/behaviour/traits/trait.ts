/** Bit `i` of a trait column stands for the `i`th of these. */
export const traitKeys = [
  "price-sensitive",
  "novelty-seeker",
  "bundle-buyer",
  "quality-oriented",
  "brand-loyal",
] as const;

export type TraitKey = (typeof traitKeys)[number];

/** What is needed before anything is said, and how much of it there is. */
export type Missing = {
  what: "orders" | "visits" | "purchases" | "comparable-purchases" | "vendors-in-shop";
  needs: number;
  has: number;
};

/** The numbers behind a trait; shares are 0–1. */
export type TraitEvidence =
  | {
      trait: "price-sensitive";
      orders: number;
      discountedOrders: number;
      baseOrderShare: number;
      /** Share of what they spent, at list prices, in orders with a discount. */
      spendShare: number;
      baseSpendShare: number;
    }
  | {
      trait: "novelty-seeker";
      /** Products bought in the second and later visits, each once a visit, and those never bought before. */
      purchases: number;
      firstTime: number;
      firstTimeShare: number;
      /** Of customers who owned as many products at the time. */
      baseFirstTimeShare: number;
      /** Purchases of a time when launches are known, and those within `earlyDays` days of the launch. */
      datedPurchases: number;
      early: number;
      earlyDays: number;
      earlyShare: number;
      baseEarlyShare: number;
    }
  | {
      trait: "bundle-buyer";
      visits: number;
      /** Visits with at least `bundleSize` different products, more than the base's middle visit has. */
      bundles: number;
      bundleSize: number;
      baseBundleShare: number;
      productsPerVisit: number;
      baseProductsPerVisit: number;
      /** Share of products that were bought together with another one. */
      togetherShare: number;
      baseTogetherShare: number;
    }
  | {
      trait: "quality-oriented";
      /** Lines whose price can be compared, and those in the dearest third. */
      lines: number;
      dear: number;
      dearShare: number;
      baseDearShare: number;
      comparedWithin: "product-type" | "shop";
      /** Share of pieces sent back. */
      returnedShare: number;
      baseReturnedShare: number;
    }
  | {
      trait: "brand-loyal";
      vendor: string;
      /** Visits times vendors bought in them, and those of this vendor. */
      choices: number;
      ofVendor: number;
      baseVendorShare: number;
      spendShare: number;
      baseSpendShare: number;
    };

/**
 * `confidence`: the chance that somebody with the base's habits would have done it less often, 0–1. A trait shows from
 * .95 on, and only when it is also clearly above the base.
 */
export type TraitResult =
  | { kind: "shown"; trait: TraitKey; evidence: TraitEvidence; confidence: number }
  | { kind: "not-shown"; trait: TraitKey; evidence: TraitEvidence; confidence: number }
  | { kind: "not-enough-history"; trait: TraitKey; missing: Missing };
