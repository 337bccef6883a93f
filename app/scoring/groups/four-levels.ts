import type { RuleScheme } from "./group-scheme.ts";

/** Four levels: who is leaving first, then by how often and how much the others buy. */
export const fourLevels: RuleScheme = {
  kind: "rules",
  levels: 5,
  rules: [
    { key: "at-risk", recency: [1, 2] },
    { key: "vip", frequency: [4, 5], monetary: [4, 5] },
    { key: "potential", monetary: [4, 5] },
    { key: "general" },
  ],
  groups: [
    { key: "vip", name: "VIP" },
    { key: "potential", name: "Potential" },
    { key: "general", name: "General" },
    { key: "at-risk", name: "At risk" },
  ],
};
