import { Link } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { settingsPages } from "../../components/settings/settings-pages.ts";
import { useText } from "../../i18n/use-text.tsx";

/** The pages below Settings, each with the question it answers. */
export function PagesCard() {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="400">
        {settingsPages.map(({ path, title, question }) => (
          <BlockStack key={path} gap="050">
            <Text as="h2" variant="headingSm">
              <Link to={path}>{text(title)}</Link>
            </Text>
            <Text as="p" tone="subdued">
              {text(question)}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
