import type { RuleScheme } from "./group-scheme.ts";

/** Five customer types, the default. The first matching rule wins, so `new` is cut out of the other four. */
export const fiveTypes: RuleScheme = {
  kind: "rules",
  levels: 5,
  rules: [
    { key: "new", onlyOneOrder: true, recency: [4, 5] },
    { key: "high-value", recency: [3, 5], frequencyMonetary: [4, 5] },
    { key: "potential", recency: [3, 5], frequencyMonetary: [1, 3] },
    { key: "at-risk", recency: [1, 2], frequencyMonetary: [3, 5] },
    { key: "dormant", recency: [1, 2], frequencyMonetary: [1, 2] },
  ],
  groups: [
    { key: "high-value", name: "High value" },
    { key: "potential", name: "Potential" },
    { key: "new", name: "New" },
    { key: "at-risk", name: "At risk" },
    { key: "dormant", name: "Dormant" },
  ],
};
