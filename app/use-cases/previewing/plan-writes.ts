import type { DiscountRow } from "../../persistence/discounts.ts";
import type { PublishedSegment } from "../../persistence/published-objects.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { FamilyPreview, PlannedWrites } from "./preview-words.ts";

/** Shopify's price of one mutation, and what a shop's budget gives back every second on the plan that gives least. */
const pointsPerMutation = 10;
const restoredPointsPerSecond = 100;
/** A call writes the fields of so many customers. */
const fieldsPerMutation = 12;

interface Published {
  segments: readonly PublishedSegment[];
  discounts: readonly Pick<DiscountRow, "family" | "labelKey">[];
}

/** What publishing would have to write for the moves of a preview. */
export function planWrites(
  shop: Shop,
  published: Published,
  { tiers, groups }: { tiers: FamilyPreview; groups: FamilyPreview },
  customersChanged: number,
): PlannedWrites {
  const families = [
    { family: "tier", ...tiers },
    { family: "group", ...groups },
  ];
  const touched = new Set(families.flatMap(({ family, moves }) => touchedBy(family, moves)));
  const tagsToAdd = shop.publishTags ? countMoves(families, "to") : 0;
  const tagsToRemove = shop.publishTags ? countMoves(families, "from") : 0;
  const metafields = shop.publishMetafields ? customersChanged : 0;
  const isWanted = new Set(
    families.flatMap(({ family, labels }) =>
      labels.filter(({ kind }) => kind !== "given-up").map(({ key }) => `${family}:${key}`),
    ),
  );
  const held = published.segments.map(({ family, labelKey }) => `${family}:${labelKey}`);
  const segments = {
    changed: held.filter((label) => isWanted.has(label) && touched.has(label)).length,
    made: shop.publishSegments ? [...isWanted].filter((label) => !held.includes(label)).length : 0,
    removed: held.filter((label) => !isWanted.has(label)).length,
  };
  const objects = segments.made + segments.removed;
  const mutations = tagsToAdd + tagsToRemove + Math.ceil(metafields / fieldsPerMutation) + objects;
  const apiPoints = mutations * pointsPerMutation;
  return {
    isPublishing: shop.publishTags || shop.publishMetafields || shop.publishSegments,
    tagsToAdd,
    tagsToRemove,
    metafields,
    segments,
    discounts: published.discounts.filter(({ family, labelKey }) =>
      touched.has(`${family}:${labelKey}`),
    ).length,
    apiPoints,
    seconds: Math.ceil(apiPoints / restoredPointsPerSecond),
  };
}

function touchedBy(family: string, moves: FamilyPreview["moves"]): string[] {
  return moves
    .filter(({ from, to }) => from !== to)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((key) => (key === null ? [] : [`${family}:${key}`]));
}

function countMoves(families: readonly FamilyPreview[], end: "from" | "to"): number {
  return families
    .flatMap(({ moves }) => moves)
    .filter((move) => move.from !== move.to && move[end] !== null)
    .reduce((sum, { customers }) => sum + customers, 0);
}
