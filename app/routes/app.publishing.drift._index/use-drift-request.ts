import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type {
  DriftRequest,
  ResolveDriftResult,
} from "../../use-cases/publishing/drift/resolve-drift.ts";

/** Sends one request of this page, and says when it is done. */
export function useDriftRequest() {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<ResolveDriftResult>();
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "done") shopify.toast.show(text("drift.done"));
  }, [answer, shopify, text]);

  return {
    isBusy: fetcher.state !== "idle",
    send: (request: DriftRequest) => {
      fetcher.submit(JSON.stringify(request), { method: "post", encType: "application/json" });
    },
  };
}
