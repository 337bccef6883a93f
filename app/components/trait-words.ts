import type { PlainMessageKey, Text } from "../i18n/text.ts";

const traits = {
  "price-sensitive": "trait.price-sensitive",
  "novelty-seeker": "trait.novelty-seeker",
  "bundle-buyer": "trait.bundle-buyer",
  "quality-oriented": "trait.quality-oriented",
  "brand-loyal": "trait.brand-loyal",
} as const satisfies Record<string, PlainMessageKey>;

export type Trait = keyof typeof traits;

export function traitInWords(trait: Trait, text: Text): string {
  return text(traits[trait]);
}
