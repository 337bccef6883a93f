import { listCustomGroups } from "../../persistence/custom-groups.ts";
import type { TagFamily } from "../../persistence/label-tags.ts";
import type { App } from "../app.ts";
import { nameSegment } from "../../i18n/segment-names.ts";
import type { LiveProgram } from "../scoring/live-program.ts";

export interface WantedLabel {
  family: TagFamily;
  key: string;
  name: string;
}

type ProgramLabel = WantedLabel & { family: "tier" | "group" };

/** Every label a customer can have under a program. */
export function wantedLabels({ tiers, groups }: LiveProgram): ProgramLabel[] {
  return [
    ...tiers.map(({ key, name }) => ({ family: "tier" as const, key, name })),
    ...groups.map(({ key, name }) => ({ family: "group" as const, key, name })),
  ];
}

/** One segment each: the labels of the program, and those of the merchant's own groups that are to have one. */
export async function readWantedSegments(
  app: App,
  shop: string,
  program: LiveProgram,
): Promise<WantedLabel[]> {
  const own = await listCustomGroups(app.db, shop);
  return [
    ...wantedLabels(program),
    ...own
      .filter(({ publishTag, publishSegment }) => publishTag && publishSegment)
      .map(({ key, name }) => ({ family: "list" as const, key, name })),
  ];
}

/** What a merchant reads in Shopify's list of segments: 255 letters at most. */
export function segmentName({ family, name }: WantedLabel, locale: string): string {
  return nameSegment(family, name, locale).slice(0, 255);
}
