import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { PrefixPreview } from "../../use-cases/publishing/preview-prefix.ts";

/** It asks Shopify: once the merchant has stopped typing. */
const TYPING_MS = 900;

/** What a beginning other than the saved one would do; null while that is not known. */
export function usePrefixPreview(prefix: string, saved: string): PrefixPreview | null {
  const { load, data, state } = useFetcher<PrefixPreview>();
  const [asked, setAsked] = useState(saved);

  useEffect(() => {
    if (prefix === asked) return undefined;
    const timer = setTimeout(() => {
      setAsked(prefix);
      if (prefix !== saved) load(`/app/publishing/prefix?${new URLSearchParams({ prefix })}`);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [prefix, asked, saved, load]);

  const isOfThis = prefix === asked && prefix !== saved && state === "idle";
  return isOfThis && data !== undefined ? data : null;
}
