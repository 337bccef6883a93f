import type { PublishedFamilies } from "../../persistence/publication-wishes.ts";
import type { Shop } from "../../persistence/shops.ts";

/** Which kinds of writing to customers the merchant has turned on, and what its tags begin with. */
export function publishedFamiliesOf(shop: Shop): PublishedFamilies {
  return {
    tags: shop.publishTags,
    metafields: shop.publishMetafields,
    prefix: shop.tagPrefix,
  };
}
