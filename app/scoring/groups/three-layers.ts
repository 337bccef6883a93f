import type { ShareScheme } from "./group-scheme.ts";

/** The top 20 %, the next 30 % and the rest by value: the default tiers as groups, for programs with tiers of their own. */
export const threeLayers: ShareScheme = {
  kind: "value-shares",
  cutsBp: [8000, 5000, 0],
  groups: [
    { key: "core", name: "Core" },
    { key: "growth", name: "Growth" },
    { key: "base", name: "Base" },
  ],
};
