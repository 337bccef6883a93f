import { BlockStack, Box, Button, ButtonGroup, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon } from "@shopify/polaris-icons";
import { useFetcher } from "@remix-run/react";
import { useId, useState, type ReactNode } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HomePage, SetupStepKey } from "../../use-cases/pages/home-page.ts";
import { OpenCircle } from "./open-circle.tsx";

const TITLES: Record<SetupStepKey, PlainMessageKey> = {
  "read-orders": "home.setup.read-orders.title",
  "check-money": "home.setup.check-money.title",
  "choose-tiers": "home.setup.choose-tiers.title",
  "turn-on-publishing": "home.setup.turn-on-publishing.title",
};

interface SetupStepProps {
  step: { key: SetupStepKey; done: boolean };
  /** The first step that is not done: it stands open. */
  isCurrent: boolean;
  page: HomePage;
}

export function SetupStep({ step, isCurrent, page }: SetupStepProps) {
  const text = useText();
  const [wasToggled, setWasToggled] = useState(false);
  const contentId = useId();
  const isOpen = isCurrent !== wasToggled;

  return (
    <li>
      <Box
        padding="200"
        borderRadius="200"
        {...(isOpen ? { background: "bg-surface-secondary" } : {})}
      >
        <InlineStack gap="200" wrap={false} blockAlign="start">
          <Box>
            <Icon
              source={step.done ? CheckCircleIcon : OpenCircle}
              accessibilityLabel={text(step.done ? "home.setup.step-done" : "home.setup.step-open")}
            />
          </Box>
          <BlockStack gap="200" inlineAlign="start">
            <Button
              variant="monochromePlain"
              textAlign="start"
              ariaExpanded={isOpen}
              ariaControls={contentId}
              onClick={() => setWasToggled(!wasToggled)}
            >
              {text(TITLES[step.key])}
            </Button>
            <div id={contentId} hidden={!isOpen}>
              <StepContent step={step} isPrimary={isCurrent} page={page} />
            </div>
          </BlockStack>
        </InlineStack>
      </Box>
    </li>
  );
}

interface StepContentProps {
  step: SetupStepProps["step"];
  isPrimary: boolean;
  page: HomePage;
}

function StepContent({ step, isPrimary, page }: StepContentProps) {
  const text = useText();
  switch (step.key) {
    case "read-orders":
      return <Sentence>{text("home.setup.read-orders.sentence")}</Sentence>;
    case "check-money":
      return <MoneyCheck done={step.done} isPrimary={isPrimary} summary={page.summary} />;
    case "choose-tiers":
      return (
        <WithAction
          action={
            <Button url="/app/tiers/edit" variant={isPrimary ? "primary" : "secondary"}>
              {text("home.setup.choose-tiers.action")}
            </Button>
          }
        >
          {text("home.setup.choose-tiers.sentence")}
        </WithAction>
      );
    case "turn-on-publishing":
      return (
        <WithAction
          action={
            <Button url="/app/publishing" variant={isPrimary ? "primary" : "secondary"}>
              {text("home.setup.turn-on-publishing.action")}
            </Button>
          }
        >
          {text("home.setup.turn-on-publishing.sentence")}
        </WithAction>
      );
  }
}

interface MoneyCheckProps {
  done: boolean;
  isPrimary: boolean;
  summary: HomePage["summary"];
}

function MoneyCheck({ done, isPrimary, summary }: MoneyCheckProps) {
  const text = useText();
  const formats = useFormats();
  const confirmation = useFetcher();
  if (!summary || summary.countedOrders === 0)
    return <Sentence>{text("home.setup.check-money.not-yet")}</Sentence>;
  const sentence = text("home.setup.check-money.sentence", {
    sales: formats.moneyInShort(summary.netMinorUnits),
    counted: summary.countedOrders,
    orders: summary.orders,
  });
  if (done) return <Sentence>{sentence}</Sentence>;
  return (
    <WithAction
      action={
        <ButtonGroup>
          <Button
            variant={isPrimary ? "primary" : "secondary"}
            loading={confirmation.state !== "idle"}
            onClick={() => confirmation.submit({ intent: "confirm-money" }, { method: "post" })}
          >
            {text("home.setup.check-money.action")}
          </Button>
          <Button url="/app/settings/money">{text("home.setup.check-money.change")}</Button>
        </ButtonGroup>
      }
    >
      {sentence}
    </WithAction>
  );
}

function WithAction({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Sentence>{children}</Sentence>
      {action}
    </BlockStack>
  );
}

function Sentence({ children }: { children: ReactNode }) {
  return (
    <Text as="p" tone="subdued">
      {children}
    </Text>
  );
}
