import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";

interface EditorCardProps {
  title: string;
  sentence?: string;
  children: ReactNode;
}

/** One group of the rules. */
export function EditorCard({ title, sentence, children }: EditorCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {sentence === undefined ? null : <QuietLine>{sentence}</QuietLine>}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}
