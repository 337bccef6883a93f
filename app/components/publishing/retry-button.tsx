import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useEffect } from "react";
import { useText } from "../../i18n/use-text.tsx";

interface RetryButtonProps {
  /** Null = everybody of the shop. */
  runId: string | null;
  label: string;
}

/** Tries once more to write customers whom Shopify refused. */
export function RetryButton({ runId, label }: RetryButtonProps) {
  const text = useText();
  const shopify = useAppBridge();
  const retry = useFetcher<{ customers: number }>();
  const { data: asked } = retry;
  useEffect(() => {
    if (asked !== undefined)
      shopify.toast.show(text("publishing.retry.asked", { customers: asked.customers }));
  }, [asked, shopify, text]);
  return (
    <Button
      loading={retry.state !== "idle"}
      onClick={() => {
        retry.submit(JSON.stringify({ run: runId }), {
          method: "post",
          action: "/app/publishing/retry",
          encType: "application/json",
        });
      }}
    >
      {label}
    </Button>
  );
}
