import { BlockStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";

/** How far the last file of many e-mails is, and what came of it. */
export function Matching({ matching }: { matching: NonNullable<CustomGroupPage["matching"]> }) {
  const text = useText();
  const formats = useFormats();
  const id = useId();
  const { isFinished, addresses, matched, added, notFound, notFoundLines } = matching;
  const sentence = isFinished ? "groups.matching.done" : "groups.matching.progress";
  return (
    <BlockStack gap="200">
      <Text as="p" id={id}>
        {text(sentence, { addresses, matched, added })}
      </Text>
      {isFinished ? null : (
        <ProgressBar size="small" progress={(100 * matched) / addresses} ariaLabelledBy={id} />
      )}
      {notFound === 0 ? null : (
        <Text as="p">
          {text("groups.matching.not-found", {
            count: notFound,
            lines: formats.list(
              notFoundLines.map((line) => formats.integer(line)),
              "and",
            ),
          })}
        </Text>
      )}
    </BlockStack>
  );
}
