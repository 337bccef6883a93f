import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";

export interface Download {
  state: "idle" | "making" | "failed";
  start: () => void;
}

interface DownloadOptions {
  address: string;
  fileName: string;
  /** What a toast says once the file is there. */
  done: string;
  onDone?: () => void;
}

/**
 * A plain link would arrive without the session token that App Bridge adds to fetches, so the file is fetched and then
 * handed to the browser.
 */
export function useDownload({ address, fileName, done, onDone }: DownloadOptions): Download {
  const shopify = useAppBridge();
  const [state, setState] = useState<Download["state"]>("idle");

  async function makeFile() {
    setState("making");
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      saveAs(fileName, await answer.blob());
      setState("idle");
      shopify.toast.show(done);
      onDone?.();
    } catch {
      setState("failed");
    }
  }

  return { state, start: () => void makeFile() };
}

function saveAs(fileName: string, content: Blob) {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
