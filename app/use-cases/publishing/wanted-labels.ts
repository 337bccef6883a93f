import type { LiveProgram } from "../scoring/live-program.ts";

export interface WantedLabel {
  family: "tier" | "group";
  key: string;
  name: string;
}

/** Every label a customer can have under a program: one segment each. */
export function wantedLabels({ tiers, groups }: LiveProgram): WantedLabel[] {
  return [
    ...tiers.map(({ key, name }) => ({ family: "tier" as const, key, name })),
    ...groups.map(({ key, name }) => ({ family: "group" as const, key, name })),
  ];
}

/** What a merchant reads in Shopify's list of segments. */
export function segmentName({ family, name }: WantedLabel): string {
  return family === "tier" ? `Echelon tier: ${name}` : `Echelon group: ${name}`;
}
