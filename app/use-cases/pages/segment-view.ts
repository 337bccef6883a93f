import type { PublishedSegment } from "../../persistence/published-objects.ts";
import type { TagFamily } from "../../persistence/label-tags.ts";
import type { Shop } from "../../persistence/shops.ts";
import { segmentName, type WantedLabel } from "../publishing/wanted-labels.ts";

export interface SegmentView {
  family: TagFamily;
  labelKey: string;
  /** As we or the merchant named it. */
  name: string;
  state:
    | "in-shopify"
    /** Not made yet, or segments are off. */
    | "none"
    /** Somebody gave it `foundName` in Shopify. */
    | "renamed"
    /** Somebody deleted it in Shopify. */
    | "gone"
    /** And it shall stay so. */
    | "left";
  foundName: string | null;
  /** When it was noticed that somebody renamed or deleted it. */
  noticedAt: string | null;
}

export function viewSegment(
  { family, key, name }: WantedLabel,
  made: readonly PublishedSegment[],
  { namingLocale }: Shop,
): SegmentView {
  const held = made.find((each) => each.family === family && each.labelKey === key);
  const ours = segmentName({ family, key, name }, namingLocale);
  const label = { family, labelKey: key };
  if (held === undefined)
    return { ...label, name: ours, state: "none", foundName: null, noticedAt: null };
  return {
    ...label,
    name: held.name,
    state: stateOf(held),
    foundName: held.foundName,
    noticedAt: (held.goneAt ?? held.foundAt)?.toISOString() ?? null,
  };
}

function stateOf({ goneAt, isLeft, foundName }: PublishedSegment): SegmentView["state"] {
  if (goneAt !== null) return isLeft ? "left" : "gone";
  return foundName === null ? "in-shopify" : "renamed";
}
