import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountSummary } from "../../use-cases/pages/discount-summary.ts";
import type {
  DiscountStep,
  SteerDiscountResult,
} from "../../use-cases/publishing/discounts/steer-discount.ts";

const endModal = "end-discount";

const stepWords: Record<DiscountStep, PlainMessageKey> = {
  pause: "discounts.step.pause",
  resume: "discounts.step.resume",
  retry: "discounts.step.retry",
  end: "discounts.step.end",
  delete: "discounts.step.delete",
};

/** How it goes, and what can be done about it. */
export function StateCard({
  discount,
  steps,
}: {
  discount: DiscountSummary;
  steps: DiscountStep[];
}) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SteerDiscountResult>();
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "done") shopify.toast.show(text("discounts.step.done"));
  }, [answer, shopify, text]);

  function take(step: DiscountStep) {
    fetcher.submit(JSON.stringify({ step }), { method: "post", encType: "application/json" });
  }

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("discounts.state.title")}
        </Text>
        <Text as="p">{sentence()}</Text>
        {answer?.kind === "refused" ? (
          <Text as="p" tone="critical">
            {text("discounts.step.refused")}
          </Text>
        ) : null}
        <InlineStack gap="200">
          {steps.map((step) => (
            <Button
              key={step}
              loading={fetcher.state !== "idle" && JSON.stringify(fetcher.json).includes(step)}
              {...(step === "end" && { tone: "critical" as const })}
              onClick={() => (step === "end" ? void shopify.modal.show(endModal) : take(step))}
            >
              {text(
                step === "resume" && discount.status === "ended"
                  ? "discounts.step.create-again"
                  : stepWords[step],
              )}
            </Button>
          ))}
        </InlineStack>
      </BlockStack>
      <Modal id={endModal}>
        <Box padding="400">
          <Text as="p">{text("discounts.end.body", { times: discount.redemptions })}</Text>
        </Box>
        <TitleBar title={text("discounts.end.title")}>
          <button
            variant="primary"
            tone="critical"
            onClick={() => {
              void shopify.modal.hide(endModal);
              take("end");
            }}
          >
            {text("discounts.end.confirm")}
          </button>
          <button onClick={() => void shopify.modal.hide(endModal)}>
            {text("discounts.end.cancel")}
          </button>
        </TitleBar>
      </Modal>
    </Card>
  );

  function sentence(): string {
    const { status, endReason, problem, redemptions, labelName } = discount;
    if (status === "ended" && endReason === "label-deleted")
      return text("discounts.state.ended.label-deleted", { label: labelName });
    if (status === "ended" && endReason === "gone-in-shopify")
      return text("discounts.state.ended.gone-in-shopify");
    if (status === "ended") return text("discounts.state.ended.by-hand");
    if (problem !== null) return text("discounts.state.refused", { problem });
    if (status === "off") return text("discounts.off.note");
    return text("discounts.state.used", { times: redemptions });
  }
}
