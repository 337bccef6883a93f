import type { Formats } from "../i18n/format.ts";
import type { Text } from "../i18n/text.ts";

/** Of fewer than these a share is told with the range it may truly lie in. */
const fewestWithoutRange = 100;

/** "31%", or "31% (22% – 41%)" where there were few. `low` and `high`: see `shareRangeOf` of the engine. */
export function shareInWords(
  { share, low, high }: { share: number; low: number; high: number },
  of: number,
  text: Text,
  formats: Pick<Formats, "percent">,
): string {
  const said = formats.percent(share);
  if (of >= fewestWithoutRange) return said;
  return text("share.range", {
    share: said,
    low: formats.percent(low),
    high: formats.percent(high),
  });
}
