import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { HomePage } from "../../use-cases/pages/home-page.ts";
import { SetupStep } from "./setup-step.tsx";

/** Four steps, each ticked by what the server knows. It goes away when all are done and the merchant dismisses it. */
export function SetupGuide({ page }: { page: HomePage }) {
  const text = useText();
  const dismissal = useFetcher();
  const titleId = useId();
  const { steps } = page.setup;
  const done = steps.filter((step) => step.done).length;
  const current = steps.find((step) => !step.done);
  if (dismissal.state !== "idle") return null;

  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" wrap={false}>
            <Text as="h2" variant="headingMd" id={titleId}>
              {text("home.setup.title")}
            </Text>
            <Button
              icon={XIcon}
              variant="tertiary"
              accessibilityLabel={text("home.setup.dismiss")}
              onClick={() => dismissal.submit({ intent: "dismiss-setup" }, { method: "post" })}
            />
          </InlineStack>
          <InlineStack gap="200" blockAlign="center">
            <Badge>{text("home.setup.progress", { done, total: steps.length })}</Badge>
          </InlineStack>
          <ProgressBar
            progress={steps.length === 0 ? 0 : (100 * done) / steps.length}
            size="small"
            tone="primary"
            animated={false}
            ariaLabelledBy={titleId}
          />
        </BlockStack>
        <BlockStack as="ol" gap="100">
          {steps.map((step) => (
            <SetupStep key={step.key} step={step} isCurrent={step === current} page={page} />
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
