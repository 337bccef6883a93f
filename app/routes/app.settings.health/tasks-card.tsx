import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, List } from "@shopify/polaris";
import { useEffect } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import type { Text } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { ShopHealth } from "../../use-cases/pages/shop-health.ts";
import type { action } from "./route.tsx";

/** Work that was given up, and a button that starts it again. */
export function TasksCard({ failedTasks }: Pick<ShopHealth, "failedTasks">) {
  const text = useText();
  const shopify = useAppBridge();
  const retry = useFetcher<typeof action>();
  const { data: answer } = retry;
  useEffect(() => {
    if (answer?.intent === "retry") shopify.toast.show(text("settings.health.tasks.retried"));
  }, [answer, shopify, text]);

  return (
    <Card>
      {failedTasks.length === 0 ? (
        <QuietLine>{text("settings.health.tasks.none")}</QuietLine>
      ) : (
        <BlockStack gap="300" inlineAlign="start">
          <List>
            {failedTasks.map((task) => (
              <List.Item key={task.kind}>{nameOf(task, text)}</List.Item>
            ))}
          </List>
          <Button
            loading={retry.state !== "idle"}
            onClick={() => retry.submit({ intent: "retry" }, { method: "post" })}
          >
            {text("settings.health.tasks.retry")}
          </Button>
        </BlockStack>
      )}
    </Card>
  );
}

function nameOf({ kind, jobs }: ShopHealth["failedTasks"][number], text: Text): string {
  switch (kind) {
    case "events":
      return text("settings.health.tasks.events", { jobs });
    case "orders":
      return text("settings.health.tasks.orders", { jobs });
    case "scores":
      return text("settings.health.tasks.scores", { jobs });
    case "publishing":
      return text("settings.health.tasks.publishing", { jobs });
    case "other":
      return text("settings.health.tasks.other", { jobs });
  }
}
