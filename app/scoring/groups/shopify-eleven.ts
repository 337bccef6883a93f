import type { RuleScheme } from "./group-scheme.ts";

/**
 * The groups of Shopify's own RFM report. Its bounds are on (F + M) / 2 with halves going up, which is FM, so "1 < FM ≤ 3"
 * is 2–3. Its eleventh group, Prospects, is customers without orders: they are not ranked and have no scores.
 * The rules do not overlap, so their order does not matter.
 */
export const shopifyEleven: RuleScheme = {
  kind: "rules",
  levels: 5,
  rules: [
    { key: "champions", recency: [5, 5], frequencyMonetary: [4, 5] },
    { key: "loyal", recency: [3, 4], frequencyMonetary: [4, 5] },
    { key: "active", recency: [4, 5], frequencyMonetary: [2, 3] },
    { key: "new", recency: [5, 5], frequencyMonetary: [1, 1] },
    { key: "promising", recency: [4, 4], frequencyMonetary: [1, 1] },
    { key: "needs-attention", recency: [3, 3], frequencyMonetary: [3, 3] },
    { key: "almost-lost", recency: [3, 3], frequencyMonetary: [1, 2] },
    { key: "at-risk", recency: [1, 2], frequencyMonetary: [3, 4] },
    { key: "previously-loyal", recency: [1, 2], frequencyMonetary: [5, 5] },
    { key: "dormant", recency: [1, 2], frequencyMonetary: [1, 2] },
  ],
  groups: [
    { key: "champions", name: "Champions" },
    { key: "loyal", name: "Loyal" },
    { key: "active", name: "Active" },
    { key: "new", name: "New" },
    { key: "promising", name: "Promising" },
    { key: "needs-attention", name: "Needs attention" },
    { key: "almost-lost", name: "Almost lost" },
    { key: "at-risk", name: "At risk" },
    { key: "previously-loyal", name: "Previously loyal" },
    { key: "dormant", name: "Dormant" },
  ],
};
