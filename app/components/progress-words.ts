import type { Text } from "../i18n/text.ts";
import type { WorkProgress } from "../use-cases/pages/page-words.ts";

/** The stage by name. A stage this page does not know yet is named by its kind. */
export function stageTitle(progress: WorkProgress, text: Text): string {
  switch (`${progress.kind}.${progress.stage}`) {
    case "import.preparing":
      return text("progress.import.preparing");
    case "import.paused":
      return text("progress.import.paused");
    case "import.failed":
      return text("progress.import.failed");
    case "publication.tags":
      return text("progress.publication.tags");
    case "publication.metafields":
      return text("progress.publication.metafields");
    case "publication.segments":
      return text("progress.publication.segments");
    case "publication.discounts":
      return text("progress.publication.discounts");
  }
  switch (progress.kind) {
    case "import":
      return text("progress.import.reading");
    case "scoring":
      return text("progress.scoring");
    case "publication":
      return text("progress.publication");
  }
}

/** Whether it goes on by itself. */
export function isGoingOn({ stage }: WorkProgress): boolean {
  return stage !== "paused" && stage !== "failed";
}

/** How much is done. What Shopify holds can grow while it is read, so an import says "about". */
export function doneSentence(progress: WorkProgress, text: Text): string | null {
  const { done, total, kind } = progress;
  if (total === null) return done === 0 ? null : text("progress.done", { done });
  return text(kind === "import" ? "progress.done-of-about" : "progress.done-of", { done, total });
}

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;

/** The time left in words, from a rounded range; null while nobody can tell. */
export function timeLeftSentence(
  secondsLeft: WorkProgress["secondsLeft"],
  text: Text,
): string | null {
  if (!secondsLeft) return null;
  if (secondsLeft.to < MINUTE_SECONDS) return text("progress.under-a-minute");
  if (secondsLeft.to >= 2 * HOUR_SECONDS)
    return text("progress.hours", { hours: Math.round(secondsLeft.to / HOUR_SECONDS) });
  const from = Math.round(secondsLeft.from / MINUTE_SECONDS);
  const to = Math.round(secondsLeft.to / MINUTE_SECONDS);
  if (to <= 1 || from < 1)
    return to <= 1 ? text("progress.about-a-minute") : text("progress.minutes", { minutes: to });
  return from === to
    ? text("progress.minutes", { minutes: to })
    : text("progress.minutes-range", { from, to });
}
