import { useFormats, useText } from "../../i18n/use-text.tsx";

/** How long ago, and on a closer look when. */
export function Instant({ at }: { at: string | null }) {
  const text = useText();
  const formats = useFormats();
  if (at === null) return <>{text("settings.health.none")}</>;
  return (
    <time dateTime={at} title={formats.dateAndTime(at)}>
      {formats.relative(at)}
    </time>
  );
}
