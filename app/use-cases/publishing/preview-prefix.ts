import { listDiscountsInShopify } from "../../persistence/discounts.ts";
import { countOutstanding } from "../../persistence/publication-wishes.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { countTagChanges, type TagChanges } from "../../persistence/tag-prefixes.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { checkPrefix, type CheckedPrefix } from "./check-prefix.ts";
import { notedBudgetOf } from "./estimate-publication.ts";
import { estimateWrites } from "./plan/estimate-writes.ts";

/** What another beginning of our tags would do. */
export type PrefixPreview =
  | (Extract<CheckedPrefix, { kind: "fits" }> &
      TagChanges & {
        /** Segments that ask for other tags then. */
        segments: number;
        /** Discounts for these segments. */
        discounts: number;
        /** As the planner would go about it. */
        points: number;
        seconds: number;
      })
  | Extract<CheckedPrefix, { kind: "refused" }>;

export async function previewPrefix(
  app: App,
  shop: string,
  input: unknown,
): Promise<PrefixPreview> {
  const record = await requireShop(app, shop);
  const checked = await checkPrefix(app, record, input);
  if (checked.kind === "refused") return checked;
  const families = { tags: record.publishTags, metafields: false, prefix: checked.prefix };
  const changes = await countTagChanges(app.db, shop, families);
  const { ready, removalsLater } = await countOutstanding(app.db, shop, families);
  const tagsOnly = { ...ready, "set-metafields": 0, "delete-metafields": 0 };
  const means = { budget: notedBudgetOf(record), linesPerSecond: record.bulkLinesPerSecond };
  const estimate = estimateWrites({ ready: tagsOnly, removalsLater }, [], means);
  const segments = (await listPublishedSegments(app.db, shop)).filter(
    (each) => each.goneAt === null,
  );
  return {
    ...checked,
    ...changes,
    segments: segments.length,
    discounts: (await listDiscountsInShopify(app.db, shop)).length,
    points: estimate.points + segments.length * pointsPerSegment,
    seconds: Math.ceil(estimate.seconds),
  };
}

/** Each is changed twice: it asks for old and new tags while both are about, and for the new ones then. */
const pointsPerSegment = 20;
