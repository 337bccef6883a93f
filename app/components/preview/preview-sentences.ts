import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";
import { FEWEST_FOR_SHARES } from "../page-states/too-few.tsx";

/** "262 of 6,020 customers move: 73 up, 189 down." */
export function moveSentence({ tiers, rankedCustomers }: Preview, text: Text): string {
  const { changed, up, down } = tiers;
  if (changed === 0) return text("preview.nobody", { ranked: rankedCustomers });
  const others = changed - up - down;
  return others === 0
    ? text("preview.moved", { changed, ranked: rankedCustomers, up, down })
    : text("preview.moved.others", { changed, ranked: rankedCustomers, up, down, others });
}

/** What changes besides tiers, one sentence each. */
export function otherSentences(
  { groups, writes, topTier, rankedCustomers }: Preview,
  text: Text,
  formats: Pick<Formats, "percent" | "integer">,
): string[] {
  const sentences: string[] = [];
  if (groups.changed > 0) sentences.push(text("preview.groups", { changed: groups.changed }));
  sentences.push(...writeSentences(writes, text, formats));
  const { before, after } = topTier;
  if (
    rankedCustomers >= FEWEST_FOR_SHARES &&
    before.salesShare !== null &&
    after.salesShare !== null
  ) {
    const [from, to] = [formats.percent(before.salesShare), formats.percent(after.salesShare)];
    sentences.push(
      before.name === after.name
        ? text("preview.top-share", { tier: after.name, from, to })
        : text("preview.top-share.renamed", { before: before.name, after: after.name, from, to }),
    );
  }
  return sentences;
}

function writeSentences(
  writes: Preview["writes"],
  text: Text,
  formats: Pick<Formats, "integer">,
): string[] {
  if (!writes.isPublishing) return [text("preview.writes.off")];
  const { tagsToAdd, tagsToRemove, metafields, segments, discounts, apiPoints, seconds } = writes;
  const objects = segments.made + segments.removed;
  if (tagsToAdd + tagsToRemove + metafields + objects === 0) return [text("preview.writes.none")];
  const points = formats.integer(apiPoints);
  const sentences = [
    seconds < 60
      ? text("preview.writes.soon", { tagsToAdd, tagsToRemove, metafields, points })
      : text("preview.writes", {
          tagsToAdd,
          tagsToRemove,
          metafields,
          points,
          minutes: Math.ceil(seconds / 60),
        }),
  ];
  if (segments.changed > 0) sentences.push(text("preview.segments", { changed: segments.changed }));
  if (objects > 0)
    sentences.push(
      text("preview.segments.made", { made: segments.made, removed: segments.removed }),
    );
  if (discounts > 0) sentences.push(text("preview.discounts", { discounts }));
  return sentences;
}
