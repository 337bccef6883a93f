import { LeadSentence } from "../../components/lead-sentence.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HomePage } from "../../use-cases/pages/home-page.ts";

/** The first sentence of the page: does it work, and how fresh is it? */
export function StatusLine({ page: { summary, health, progress } }: { page: HomePage }) {
  const text = useText();
  const formats = useFormats();
  if (progress && summary) return null;
  return <LeadSentence>{sentence()}</LeadSentence>;

  function sentence(): string {
    if (!summary) return text("home.status.waiting");
    if (summary.rankedCustomers === 0) return text("home.status.empty");
    const date = formats.calendarDate(summary.asOf);
    if (!health.lastEventAt) return text("home.status.quiet", { date });
    return text("home.status.current", { date, ago: formats.relative(health.lastEventAt) });
  }
}
