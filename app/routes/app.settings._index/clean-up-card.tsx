import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { CleanUp } from "../../use-cases/publishing/clean-up.ts";

const modal = "clean-up";

/** Takes away all we ever wrote: what it is, the question, and how far it is. */
export function CleanUpCard({ cleanUp }: { cleanUp: CleanUp }) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ kind: "started" }>();
  const { customers, segments, discounts, running } = cleanUp;
  const isNothing = customers + segments + discounts === 0;
  const isGoingOn = running !== null && !running.isDone;
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "started") shopify.toast.show(text("settings.clean-up.started"));
  }, [answer, shopify, text]);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{sentence()}</Text>
        {isGoingOn && running.total > 0 ? (
          <ProgressBar
            progress={Math.floor((100 * running.done) / running.total)}
            ariaLabelledBy="clean-up-state"
            size="small"
          />
        ) : null}
        <div id="clean-up-state">
          <QuietLine>{text("settings.clean-up.before-uninstall")}</QuietLine>
        </div>
        {isNothing || isGoingOn ? null : (
          <InlineStack>
            <Button tone="critical" onClick={() => void shopify.modal.show(modal)}>
              {text("settings.clean-up.button")}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
      <Modal id={modal}>
        <Box padding="400">
          <Text as="p">{text("settings.clean-up.modal", { customers, segments, discounts })}</Text>
        </Box>
        <TitleBar title={text("settings.clean-up.modal.title")}>
          <button
            variant="primary"
            tone="critical"
            onClick={() => {
              void shopify.modal.hide(modal);
              fetcher.submit({ intent: "clean-up" }, { method: "post" });
            }}
          >
            {text("settings.clean-up.modal.confirm")}
          </button>
          <button onClick={() => void shopify.modal.hide(modal)}>
            {text("settings.clean-up.modal.cancel")}
          </button>
        </TitleBar>
      </Modal>
    </Card>
  );

  function sentence(): string {
    if (isGoingOn) return text("settings.clean-up.running", { customers, segments, discounts });
    if (isNothing) return text("settings.clean-up.nothing");
    return text("settings.clean-up.written", { customers, segments, discounts });
  }
}
