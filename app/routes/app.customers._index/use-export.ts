import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { addressOf } from "./list-query.ts";

interface Export {
  state: "idle" | "making" | "failed";
  start: () => void;
}

/**
 * Downloads every customer of the view, not only the page on screen. A plain link would arrive without the session token
 * that App Bridge adds to fetches, so the file is fetched and then handed to the browser.
 */
export function useExport(query: CustomerListQuery): Export {
  const text = useText();
  const shopify = useAppBridge();
  const [state, setState] = useState<Export["state"]>("idle");

  async function makeExport() {
    setState("making");
    try {
      const answer = await fetch(`/app/customers/export?${addressOf({ ...query, cursor: null })}`);
      if (!answer.ok) throw new Error(`export answered ${answer.status}`);
      saveAs(text("customers.export.file"), await answer.blob());
      setState("idle");
      shopify.toast.show(text("customers.export.done"));
    } catch {
      setState("failed");
    }
  }

  return { state, start: () => void makeExport() };
}

function saveAs(fileName: string, content: Blob) {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
