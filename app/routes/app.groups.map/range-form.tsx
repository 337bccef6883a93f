import { BlockStack, Button, InlineGrid, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { scoresUpTo } from "../../components/groups/map-header.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { Range } from "./map-form.ts";

interface RangeFormProps {
  levels: number;
  onPaint: (recency: Range, frequencyMonetary: Range) => void;
}

/** The standard way beside painting square by square: rows and columns by their scores. */
export function RangeForm({ levels, onPaint }: RangeFormProps) {
  const text = useText();
  const [ends, setEnds] = useState({ r1: "1", r2: String(levels), f1: "1", f2: String(levels) });
  const options = scoresUpTo(levels).map((score) => ({
    value: String(score),
    label: String(score),
  }));
  const rangeOf = (one: string, other: string): Range => [
    Math.min(Number(one), Number(other)),
    Math.max(Number(one), Number(other)),
  ];
  const field = (name: keyof typeof ends, label: string) => (
    <Select
      label={label}
      options={options}
      value={ends[name]}
      onChange={(value) => setEnds({ ...ends, [name]: value })}
    />
  );
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {text("groups.edit.range")}
      </Text>
      <InlineGrid columns={{ xs: 2, sm: 4 }} gap="200">
        {field("r1", text("groups.edit.recency-from"))}
        {field("r2", text("groups.edit.to"))}
        {field("f1", text("groups.edit.spend-from"))}
        {field("f2", text("groups.edit.to"))}
      </InlineGrid>
      <div>
        <Button onClick={() => onPaint(rangeOf(ends.r1, ends.r2), rangeOf(ends.f1, ends.f2))}>
          {text("groups.edit.range.paint")}
        </Button>
      </div>
    </BlockStack>
  );
}
