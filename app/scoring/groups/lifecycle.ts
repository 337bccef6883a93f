import type { StageScheme } from "./group-scheme.ts";

/** Where customers are in their life with the shop: the stages as groups. */
export const lifecycle: StageScheme = {
  kind: "stages",
  groups: [
    { key: "new", name: "New" },
    { key: "growing", name: "Growing" },
    { key: "mature", name: "Mature" },
    { key: "declining", name: "Declining" },
    { key: "lost", name: "Lost" },
  ],
};
