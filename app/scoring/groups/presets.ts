import { fiveTypes } from "./five-types.ts";
import { fourLevels } from "./four-levels.ts";
import type { GroupPreset } from "./group-rule.ts";
import { shopifyEleven } from "./shopify-eleven.ts";

export const groupPresetKeys = ["five-types", "four-levels", "shopify-11"] as const;

export type GroupPresetKey = (typeof groupPresetKeys)[number];

export const groupPresets: Readonly<Record<GroupPresetKey, GroupPreset>> = {
  "five-types": fiveTypes,
  "four-levels": fourLevels,
  "shopify-11": shopifyEleven,
};
