import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface SettingsSectionProps {
  title: string;
  /** One sentence: what this part of the settings decides. */
  sentence: string;
  children: ReactNode;
}

/** One part of a settings page: its name and purpose beside its cards, on a phone above them. */
export function SettingsSection({ title, sentence, children }: SettingsSectionProps) {
  return (
    <InlineGrid columns={{ xs: "1fr", md: "2fr 5fr" }} gap="400">
      <Box paddingInline={{ xs: "400", sm: "0" }} paddingBlockStart={{ md: "400" }}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {sentence}
          </Text>
        </BlockStack>
      </Box>
      <BlockStack gap="400">{children}</BlockStack>
    </InlineGrid>
  );
}
