import { BlockStack, Box, Button, Text } from "@shopify/polaris";

interface EmptyCardProps {
  /** Led by what to do: "Place a first order". Left out where the page's title says it. */
  heading?: string;
  sentence: string;
  action:
    { content: string; url: string } | { content: string; onAction: () => void; loading?: boolean };
}

/** What stands in a card with nothing to show: one sentence and one step. */
export function EmptyCard({ heading, sentence, action }: EmptyCardProps) {
  const { content } = action;
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        {heading ? (
          <Text as="h2" variant="headingMd" alignment="center">
            {heading}
          </Text>
        ) : null}
        <Text as="p" alignment="center">
          {sentence}
        </Text>
        {"url" in action ? (
          <Button variant="primary" url={action.url}>
            {content}
          </Button>
        ) : (
          <Button variant="primary" onClick={action.onAction} loading={action.loading ?? false}>
            {content}
          </Button>
        )}
      </BlockStack>
    </Box>
  );
}
