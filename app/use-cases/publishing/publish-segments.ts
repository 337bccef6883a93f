import { tagOf, tagFamilySchema, type TagFamily } from "../../persistence/label-tags.ts";
import {
  deletePublishedSegment,
  listPublishedSegments,
  noteSegment,
  savePublishedSegment,
  type PublishedSegment,
} from "../../persistence/published-objects.ts";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  readSegment,
  updateSegment,
  type Segment,
  type SegmentResult,
} from "../../shopify/segments.ts";
import type { Publishing, PublishingAll } from "./publishing.ts";
import { queryOfTags } from "./tag-query.ts";
import { readWantedSegments, segmentName, type WantedLabel } from "./wanted-labels.ts";

/**
 * Has every segment ask for the tags that its customers carry now: after a change of what tags begin with, for those of
 * before as well until nobody carries them, so that nobody falls out of a segment in between.
 */
export async function publishSegmentQueries(publishing: Publishing): Promise<void> {
  const { app, admin, shop } = publishing;
  if (!shop.publishSegments) return;
  for (const held of await listPublishedSegments(app.db, shop.shop)) {
    const query = queryOf(publishing, { family: familyOf(held), key: held.labelKey });
    if (held.goneAt !== null || held.query === query) continue;
    const result = await updateSegment(admin, held.segmentId, { query });
    if (result.kind === "refused")
      throw new Error(`segment of ${held.labelKey}: ${result.message}`);
    await noteSegment(app.db, held, result.kind === "gone" ? { goneAt: new Date() } : { query });
  }
}

/** One segment per label, whose members are whoever carries our tag. */
export async function publishSegments(publishing: PublishingAll): Promise<void> {
  const { app, shop, program } = publishing;
  if (!shop.publishSegments) return;
  await publishSegmentQueries(publishing);
  const made = await listPublishedSegments(app.db, shop.shop);
  for (const label of await readWantedSegments(app, shop.shop, program)) {
    const held = made.find((each) => each.family === label.family && each.labelKey === label.key);
    if (held === undefined) await create(publishing, label);
    else if (isOurs(held) && held.name !== nameOf(publishing, label))
      await rename(publishing, label, held);
  }
}

/** Whether its name is ours to change: not one that somebody deleted, or gave a name in Shopify. */
function isOurs({ goneAt, foundName, keepsName }: PublishedSegment): boolean {
  return goneAt === null && foundName === null && !keepsName;
}

function nameOf({ shop }: PublishingAll, label: WantedLabel): string {
  return segmentName(label, shop.namingLocale);
}

/** Takes away our segments of labels that no longer exist, or all of them when segments are off. */
export async function removeLeftoverSegments({
  app,
  shop,
  program,
  admin,
}: PublishingAll): Promise<void> {
  const wanted = shop.publishSegments ? await readWantedSegments(app, shop.shop, program) : [];
  for (const segment of await listPublishedSegments(app.db, shop.shop)) {
    const { family, labelKey } = segment;
    if (wanted.some((label) => label.family === family && label.key === labelKey)) continue;
    const result = await deleteSegment(admin, segment.segmentId);
    if (result.kind === "refused") throw new Error(`segment of ${labelKey}: ${result.message}`);
    await deletePublishedSegment(app.db, segment);
  }
}

async function create(publishing: PublishingAll, label: WantedLabel): Promise<void> {
  const { admin } = publishing;
  const query = queryOf(publishing, label);
  const name = nameOf(publishing, label);
  // A kill right after a creation leaves a segment that is not in our list.
  const found = await findRecentSegment(admin, name, query);
  const segment = found ?? savedSegment(label, await createSegment(admin, name, query));
  await save(publishing, label, segment);
}

/** Whoever deleted it meant it: it is not made again by itself. */
async function rename(
  publishing: PublishingAll,
  label: WantedLabel,
  held: PublishedSegment,
): Promise<void> {
  const { app, admin } = publishing;
  const now = await readSegment(admin, held.segmentId);
  if (now === null) return noteSegment(app.db, held, { goneAt: new Date() });
  if (!isNameWeGave(now.name, held.name))
    return noteSegment(app.db, held, { foundName: now.name, foundAt: new Date() });
  const changes = { name: nameOf(publishing, label), query: queryOf(publishing, label) };
  const result = await updateSegment(admin, held.segmentId, changes);
  if (result.kind === "gone") return noteSegment(app.db, held, { goneAt: new Date() });
  await save(publishing, label, savedSegment(label, result));
}

/** Shopify makes a name that is taken unique: "Echelon tier: Core (2)". */
export function isNameWeGave(found: string, given: string): boolean {
  if (found === given) return true;
  return found.startsWith(`${given} (`) && /^\d+\)$/.test(found.slice(given.length + 2));
}

function queryOf(
  { shop }: Publishing,
  { family, key }: Pick<WantedLabel, "family" | "key">,
): string {
  const prefixes = [shop.tagPrefix, ...shop.formerTagPrefixes];
  return queryOfTags(prefixes.map((prefix) => tagOf(prefix, family, key)));
}

function familyOf({ family }: PublishedSegment): TagFamily {
  return tagFamilySchema.parse(family);
}

function savedSegment(label: WantedLabel, result: SegmentResult): Segment {
  if (result.kind === "saved") return result.segment;
  throw new Error(`segment of ${label.key}: ${result.kind === "gone" ? "gone" : result.message}`);
}

/** Keeps the name we asked for: Shopify may have made it unique, which is no reason to rename it at every turn. */
async function save(
  publishing: PublishingAll,
  label: WantedLabel,
  segment: Segment,
): Promise<void> {
  await savePublishedSegment(publishing.app.db, {
    shop: publishing.shop.shop,
    family: label.family,
    labelKey: label.key,
    segmentId: segment.segmentId,
    name: nameOf(publishing, label),
    query: queryOf(publishing, label),
  });
}
