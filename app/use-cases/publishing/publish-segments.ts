import { tagOf } from "../../persistence/publication-wishes.ts";
import {
  deletePublishedSegment,
  listPublishedSegments,
  savePublishedSegment,
} from "../../persistence/published-objects.ts";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  updateSegment,
  type Segment,
  type SegmentResult,
} from "../../shopify/segments.ts";
import type { Publishing } from "./publishing.ts";
import { readWantedSegments, segmentName, type WantedLabel } from "./wanted-labels.ts";

/** One segment per label, whose members are whoever carries our tag. */
export async function publishSegments(publishing: Publishing): Promise<void> {
  const { app, shop, program } = publishing;
  if (!shop.publishSegments) return;
  const made = await listPublishedSegments(app.db, shop.shop);
  for (const label of await readWantedSegments(app, shop.shop, program)) {
    const held = made.find((each) => each.family === label.family && each.labelKey === label.key);
    if (held === undefined) await create(publishing, label);
    else if (held.name !== segmentName(label)) await rename(publishing, label, held.segmentId);
  }
}

/** Takes away our segments of labels that no longer exist, or all of them when segments are off. */
export async function removeLeftoverSegments({
  app,
  shop,
  program,
  admin,
}: Publishing): Promise<void> {
  const wanted = shop.publishSegments ? await readWantedSegments(app, shop.shop, program) : [];
  for (const segment of await listPublishedSegments(app.db, shop.shop)) {
    const { family, labelKey } = segment;
    if (wanted.some((label) => label.family === family && label.key === labelKey)) continue;
    const result = await deleteSegment(admin, segment.segmentId);
    if (result.kind === "refused") throw new Error(`segment of ${labelKey}: ${result.message}`);
    await deletePublishedSegment(app.db, segment);
  }
}

async function create(publishing: Publishing, label: WantedLabel): Promise<void> {
  const { admin } = publishing;
  const query = queryOf(label);
  // A kill right after a creation leaves a segment that is not in our list.
  const found = await findRecentSegment(admin, segmentName(label), query);
  await save(
    publishing,
    label,
    found ?? savedSegment(label, await createSegment(admin, segmentName(label), query)),
  );
}

async function rename(
  publishing: Publishing,
  label: WantedLabel,
  segmentId: bigint,
): Promise<void> {
  const changes = { name: segmentName(label), query: queryOf(label) };
  const result = await updateSegment(publishing.admin, segmentId, changes);
  if (result.kind === "gone") await create(publishing, label);
  else await save(publishing, label, savedSegment(label, result));
}

function queryOf(label: WantedLabel): string {
  return `customer_tags CONTAINS '${tagOf(label.family, label.key)}'`;
}

function savedSegment(label: WantedLabel, result: SegmentResult): Segment {
  if (result.kind === "saved") return result.segment;
  throw new Error(`segment of ${label.key}: ${result.kind === "gone" ? "gone" : result.message}`);
}

/** Keeps the name we asked for: Shopify may have made it unique, which is no reason to rename it at every turn. */
async function save(
  { app, shop }: Publishing,
  label: WantedLabel,
  segment: Segment,
): Promise<void> {
  await savePublishedSegment(app.db, {
    shop: shop.shop,
    family: label.family,
    labelKey: label.key,
    segmentId: segment.segmentId,
    name: segmentName(label),
    query: segment.query,
  });
}
