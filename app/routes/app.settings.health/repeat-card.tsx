import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { action } from "./route.tsx";

/** Has the stored events acted on once more. */
export function RepeatCard() {
  const text = useText();
  const shopify = useAppBridge();
  const repeat = useFetcher<typeof action>();
  const { data: answer } = repeat;
  useEffect(() => {
    if (answer?.intent === "repeat") shopify.toast.show(text("settings.health.events.repeated"));
  }, [answer, shopify, text]);

  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{text("settings.health.events.repeat.help")}</Text>
        <Button
          loading={repeat.state !== "idle"}
          onClick={() => repeat.submit({ intent: "repeat" }, { method: "post" })}
        >
          {text("settings.health.events.repeat")}
        </Button>
      </BlockStack>
    </Card>
  );
}
