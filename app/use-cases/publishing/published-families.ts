import type { PublishedFamilies } from "../../persistence/publication-wishes.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { Publishing } from "./publishing.ts";

/** Which kinds of writing to customers the merchant has turned on, and what its tags begin with. */
export function publishedFamiliesOf(shop: Shop): PublishedFamilies {
  return {
    tags: shop.publishTags,
    metafields: shop.publishMetafields,
    prefix: shop.tagPrefix,
  };
}

/** The same, of whom a publication looks at. */
export function publishedFamiliesIn({
  shop,
  among,
}: Pick<Publishing, "shop" | "among">): PublishedFamilies {
  return { ...publishedFamiliesOf(shop), among };
}
