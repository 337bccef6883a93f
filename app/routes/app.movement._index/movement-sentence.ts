import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Movement, MovementPage } from "../../use-cases/pages/movement-page.ts";

/** The answer above the pictures: how many moved, and between which days. */
export function movementSentence(
  family: MovementPage["family"],
  { period, firstDay, up, down, sideways, entered, left }: Movement,
  text: Text,
  formats: Pick<Formats, "calendarDate">,
): string {
  const days = {
    from:
      period.from === null
        ? text("movement.first-day", { date: formats.calendarDate(firstDay) })
        : formats.calendarDate(period.from),
    until: formats.calendarDate(period.until),
  };
  const moved = up + down + sideways;
  const came = entered + left > 0 ? [text("movement.sentence.entered", { entered, left })] : [];
  if (moved + entered + left === 0) {
    if (period.from === null && period.until === firstDay) return text("movement.not-yet");
    return family === "tier"
      ? text("movement.nobody.tier", days)
      : text("movement.nobody.group", days);
  }
  const sentence =
    family === "tier"
      ? text("movement.sentence.tiers", { up, down, ...days })
      : text("movement.sentence.groups", { moved, ...days });
  return [sentence, ...came].join(" ");
}
