import { fiveTypes } from "./five-types.ts";
import { fourLevels } from "./four-levels.ts";
import type { GroupScheme } from "./group-scheme.ts";
import { klaviyoSix } from "./klaviyo-six.ts";
import { lifecycle } from "./lifecycle.ts";
import { shopifyEleven } from "./shopify-eleven.ts";
import { threeLayers } from "./three-layers.ts";

export const groupPresetKeys = [
  "five-types",
  "four-levels",
  "shopify-11",
  "three-layers",
  "lifecycle",
  "klaviyo-6",
] as const;

export type GroupPresetKey = (typeof groupPresetKeys)[number];

export const groupPresets: Readonly<Record<GroupPresetKey, GroupScheme>> = {
  "five-types": fiveTypes,
  "four-levels": fourLevels,
  "shopify-11": shopifyEleven,
  "three-layers": threeLayers,
  lifecycle,
  "klaviyo-6": klaviyoSix,
};
