import type { RuleScheme } from "./group-scheme.ts";

/** The groups of Klaviyo's RFM report as it prints them: cells of R, F and M on three levels. */
const cells = {
  champions: "333 332 323",
  loyal: "321 322 331 232 233",
  recent: "312 313 311 222 223",
  "needs-attention": "213 221 123 132 133",
  "at-risk": "231 212 122 131 211",
  inactive: "111 112 113 121",
};

/**
 * Klaviyo's six groups. Its recency scores go by 180 and 365 days, frequency and monetary by thirds: cut points that a
 * program states for itself. Spreading three scores over five would not be its groups any more, so it takes 3 levels.
 */
export const klaviyoSix: RuleScheme = {
  kind: "rules",
  levels: 3,
  onlyLevels: 3,
  rules: Object.entries(cells).flatMap(([key, list]) =>
    list.split(" ").map((cell) => {
      const [recency = 0, frequency = 0, monetary = 0] = Array.from(cell, Number);
      return {
        key,
        recency: [recency, recency] as const,
        frequency: [frequency, frequency] as const,
        monetary: [monetary, monetary] as const,
      };
    }),
  ),
  groups: [
    { key: "champions", name: "Champions" },
    { key: "loyal", name: "Loyal" },
    { key: "recent", name: "Recent" },
    { key: "needs-attention", name: "Needs attention" },
    { key: "at-risk", name: "At risk" },
    { key: "inactive", name: "Inactive" },
  ],
};
