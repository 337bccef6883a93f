import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

const labels = {
  "tier-changed": "flow.tier-changed.label",
  "at-risk": "flow.at-risk.label",
  "about-to-change": "flow.about-to-change.label",
} as const;

/** Triggers that Shopify takes none of, and what to do. Nothing when there are none. */
export function FlowProblems({ triggers }: { triggers: PublishingPage["flow"] }) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ kind: string }>();
  useEffect(() => {
    if (fetcher.data?.kind === "trying") shopify.toast.show(text("flow.problem.trying"));
  }, [fetcher.data, shopify, text]);

  return triggers.map(({ name, problem }) =>
    problem === null ? null : (
      <Banner
        key={name}
        tone="warning"
        title={text("flow.problem.title", { trigger: text(labels[name]) })}
      >
        <BlockStack gap="200">
          <Text as="p">
            {problem === "not-deployed"
              ? text("flow.problem.not-deployed")
              : text("flow.problem.words", { problem })}
          </Text>
          <InlineStack>
            <Button
              loading={fetcher.state !== "idle"}
              onClick={() => {
                fetcher.submit(JSON.stringify({ flow: "try-again" }), {
                  method: "post",
                  encType: "application/json",
                });
              }}
            >
              {text("flow.problem.try-again")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    ),
  );
}
