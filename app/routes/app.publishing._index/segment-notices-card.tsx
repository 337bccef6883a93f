import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { SegmentView } from "../../use-cases/pages/segment-view.ts";
import type { SegmentChoice } from "../../use-cases/publishing/drift/choose-for-segment.ts";

const words: Record<SegmentChoice, PlainMessageKey> = {
  "keep-name": "publishing.segment.keep-name",
  "use-ours": "publishing.segment.use-ours",
  "create-again": "publishing.segment.create-again",
  leave: "publishing.segment.leave",
};
const choices: Partial<Record<SegmentView["state"], SegmentChoice[]>> = {
  renamed: ["keep-name", "use-ours"],
  gone: ["create-again", "leave"],
  left: ["create-again"],
};

/** Segments that somebody renamed or deleted in Shopify, each with the choice. Nothing when there are none. */
export function SegmentNoticesCard({ segments }: { segments: readonly SegmentView[] }) {
  const text = useText();
  const changed = segments.filter(({ state }) => choices[state] !== undefined);
  if (changed.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.segment.title")}
        </Text>
        {changed.map((segment) => (
          <Notice key={`${segment.family}:${segment.labelKey}`} segment={segment} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Notice({ segment }: { segment: SegmentView }) {
  const text = useText();
  const fetcher = useFetcher();
  const formats = useFormats();
  const { family, labelKey, name, state, foundName, noticedAt } = segment;
  const sentence =
    state === "renamed"
      ? text("publishing.segment.renamed", { name, found: foundName ?? "" })
      : text(state === "left" ? "publishing.segment.left" : "publishing.segment.gone", { name });

  return (
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <BlockStack>
        <Text as="p">{sentence}</Text>
        {noticedAt === null || state === "left" ? null : (
          <QuietLine>
            {text("publishing.segment.noticed", { when: formats.dateAndTime(noticedAt) })}
          </QuietLine>
        )}
      </BlockStack>
      <InlineStack gap="200">
        {(choices[state] ?? []).map((choice) => (
          <Button
            key={choice}
            disabled={fetcher.state !== "idle"}
            onClick={() => {
              fetcher.submit(JSON.stringify({ segment: { family, labelKey, choice } }), {
                method: "post",
                encType: "application/json",
              });
            }}
          >
            {text(words[choice])}
          </Button>
        ))}
      </InlineStack>
    </InlineStack>
  );
}
