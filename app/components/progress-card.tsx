import { BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId, type ReactNode } from "react";
import { useFormats, useText } from "../i18n/use-text.tsx";
import type { WorkProgress } from "../use-cases/pages/page-words.ts";
import { doneSentence, isGoingOn, stageTitle, timeLeftSentence } from "./progress-words.ts";

/** Work under way: stage, count, bar and time left. Only a change of stage is announced to screen readers. */
export function ProgressCard({
  progress,
  controls,
}: {
  progress: WorkProgress;
  /** Buttons below it. */
  controls?: ReactNode;
}) {
  const text = useText();
  const formats = useFormats();
  const titleId = useId();
  const details = [
    doneSentence(progress, text),
    stateSentence(),
    isGoingOn(progress) ? text("progress.leave") : null,
  ].filter((sentence) => sentence !== null);

  return (
    <Card>
      <BlockStack gap="300">
        <div aria-live="polite">
          <Text as="h2" variant="headingMd" id={titleId}>
            {stageTitle(progress, text)}
          </Text>
        </div>
        {progress.total === null || progress.total === 0 ? null : (
          <ProgressBar
            progress={Math.min(100, (100 * progress.done) / progress.total)}
            size="small"
            tone="highlight"
            animated={false}
            ariaLabelledBy={titleId}
          />
        )}
        <InlineStack gap="100" wrap>
          <Text as="p" tone="subdued" numeric>
            {details.join(" ")}
          </Text>
        </InlineStack>
        {controls}
      </BlockStack>
    </Card>
  );

  function stateSentence(): string | null {
    if (progress.stage === "failed") return text("progress.import.failed-detail");
    if (progress.waitingSince)
      return text("progress.waiting-since", { time: formats.time(progress.waitingSince) });
    return timeLeftSentence(progress.secondsLeft, text);
  }
}
