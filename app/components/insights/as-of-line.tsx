import { useFormats, useText } from "../../i18n/use-text.tsx";
import { QuietLine } from "../page-states/quiet-line.tsx";

/** Of which day the numbers of a page are. */
export function AsOfLine({ asOf }: { asOf: string | null }) {
  const text = useText();
  const formats = useFormats();
  if (asOf === null) return null;
  return <QuietLine>{text("insights.as-of", { date: formats.calendarDate(asOf) })}</QuietLine>;
}
