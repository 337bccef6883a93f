import type { DiscountRow } from "../../persistence/discounts.ts";
import type { PublishedSegment } from "../../persistence/published-objects.ts";
import type { Shop } from "../../persistence/shops.ts";
import { notedBudgetOf } from "../publishing/estimate-publication.ts";
import { estimateWrites } from "../publishing/plan/estimate-writes.ts";
import type { ComparedPrograms } from "./compare-programs.ts";
import type { FamilyPreview, PlannedWrites } from "./preview-words.ts";

/** Shopify's price of one mutation that makes or removes a segment. */
const pointsPerObject = 10;

interface Published {
  segments: readonly PublishedSegment[];
  discounts: readonly Pick<DiscountRow, "family" | "labelKey">[];
}

/** What publishing would have to write for the moves of a preview, and what the planner says it takes. */
export function planWrites(
  shop: Shop,
  published: Published,
  { tiers, groups, writers }: ComparedPrograms,
): PlannedWrites {
  const families = [
    { family: "tier", ...tiers },
    { family: "group", ...groups },
  ];
  const touched = new Set(families.flatMap(({ family, moves }) => touchedBy(family, moves)));
  const wanted = families.flatMap(({ family, labels }) =>
    labels.filter(({ kind }) => kind !== "given-up").map(({ key }) => `${family}:${key}`),
  );
  const held = published.segments.map(({ family, labelKey }) => `${family}:${labelKey}`);
  const segments = {
    changed: held.filter((label) => wanted.includes(label) && touched.has(label)).length,
    made: shop.publishSegments ? wanted.filter((label) => !held.includes(label)).length : 0,
    removed: held.filter((label) => !wanted.includes(label)).length,
  };
  const tags = shop.publishTags ? writers : { addTags: 0, removeTags: 0 };
  const fields = shop.publishMetafields ? writers : { setFields: 0, deleteFields: 0 };
  const ready = {
    "add-tags": tags.addTags,
    "remove-tags": 0,
    "set-metafields": fields.setFields,
    "delete-metafields": fields.deleteFields,
  };
  const estimate = estimateWrites({ ready, removalsLater: tags.removeTags }, [], {
    budget: notedBudgetOf(shop),
    linesPerSecond: shop.bulkLinesPerSecond,
  });
  return {
    isPublishing: shop.publishTags || shop.publishMetafields || shop.publishSegments,
    tagsToAdd: shop.publishTags ? countMoves(families, "to") : 0,
    tagsToRemove: shop.publishTags ? countMoves(families, "from") : 0,
    metafields: fields.setFields + fields.deleteFields,
    segments,
    discounts: published.discounts.filter(({ family, labelKey }) =>
      touched.has(`${family}:${labelKey}`),
    ).length,
    apiPoints: estimate.points + (segments.made + segments.removed) * pointsPerObject,
    seconds: Math.ceil(estimate.seconds),
  };
}

function touchedBy(family: string, moves: FamilyPreview["moves"]): string[] {
  return moves
    .filter(({ from, to }) => from !== to)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((key) => (key === null ? [] : [`${family}:${key}`]));
}

/** A label is a tag: one is added for each that is new, one taken off for each that was. */
function countMoves(families: readonly FamilyPreview[], end: "from" | "to"): number {
  return families
    .flatMap(({ moves }) => moves)
    .filter((move) => move.from !== move.to && move[end] !== null)
    .reduce((sum, { customers }) => sum + customers, 0);
}
