import type { PlainMessageKey, Text } from "../i18n/text.ts";

export const traits = [
  "price-sensitive",
  "novelty-seeker",
  "bundle-buyer",
  "quality-oriented",
  "brand-loyal",
] as const;

export type Trait = (typeof traits)[number];

const words = {
  "price-sensitive": "trait.price-sensitive",
  "novelty-seeker": "trait.novelty-seeker",
  "bundle-buyer": "trait.bundle-buyer",
  "quality-oriented": "trait.quality-oriented",
  "brand-loyal": "trait.brand-loyal",
} as const satisfies Record<Trait, PlainMessageKey>;

export const interestTraits = ["interested", "abandons-carts"] as const;
export type InterestTrait = (typeof interestTraits)[number];

const interestWords = {
  interested: "trait.interested",
  "abandons-carts": "trait.abandons-carts",
} as const satisfies Record<InterestTrait, PlainMessageKey>;

export function interestInWords(trait: InterestTrait, text: Text): string {
  return text(interestWords[trait]);
}

export function traitInWords(trait: Trait, text: Text): string {
  return text(words[trait]);
}
