import { BlockStack, Box, Text, TextField } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PrefixPreview } from "../../use-cases/publishing/preview-prefix.ts";
import { prefixProblem } from "./field-problems.ts";
import { usePrefixPreview } from "./use-prefix-preview.ts";

interface PrefixFieldProps {
  prefix: string;
  saved: string;
  error: string | undefined;
  onChange: (prefix: string) => void;
}

/** What our tags begin with, and what another beginning would do before it is saved. */
export function PrefixField({ prefix, saved, error, onChange }: PrefixFieldProps) {
  const text = useText();
  const preview = usePrefixPreview(prefix.trim(), saved);
  const problem =
    preview?.kind === "refused" ? prefixProblem(preview.problem, preview.taken, text) : undefined;
  return (
    <BlockStack gap="200">
      <Box maxWidth="22rem">
        <TextField
          label={text("publishing.prefix.label")}
          helpText={text("publishing.prefix.help")}
          value={prefix}
          suffix=":tier:…"
          onChange={(typed) => onChange(typed.toLowerCase())}
          autoComplete="off"
          maxLength={100}
          error={error ?? problem ?? false}
        />
      </Box>
      <div aria-live="polite">
        {preview?.kind === "fits" ? <Consequences preview={preview} /> : null}
      </div>
    </BlockStack>
  );
}

function Consequences({ preview }: { preview: Extract<PrefixPreview, { kind: "fits" }> }) {
  const text = useText();
  const formats = useFormats();
  const { customers, tagsOn, tagsOff, segments, discounts, seconds, others } = preview;
  const tags = { customers, tagsOn, tagsOff, points: formats.integer(preview.points) };
  return (
    <BlockStack gap="100">
      <Text as="p">
        {customers === 0
          ? text("publishing.prefix.nobody")
          : seconds < 60
            ? text("publishing.prefix.soon", tags)
            : text("publishing.prefix.minutes", { ...tags, minutes: Math.ceil(seconds / 60) })}
      </Text>
      {segments === 0 ? null : (
        <Text as="p">{text("publishing.prefix.segments", { segments, discounts })}</Text>
      )}
      {others.length === 0 ? null : (
        <Text as="p">
          {text("publishing.prefix.others", {
            others: others.length,
            tags: others.slice(0, othersShown).join(", "),
          })}
        </Text>
      )}
      <QuietLine>{text("publishing.prefix.elsewhere")}</QuietLine>
    </BlockStack>
  );
}

const othersShown = 10;
