import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";

interface NamesAnswer {
  names: Record<string, string>;
}

/**
 * Names for the customers on screen, asked for in one batch after the page is drawn: rows read well without them, and
 * Shopify's answer must not hold up the page. Names already known are kept while the next batch is under way.
 */
export function useCustomerNames(customerIds: readonly string[]): Record<string, string> {
  const fetcher = useFetcher<NamesAnswer>();
  const [known, setKnown] = useState<Record<string, string>>({});
  const missing = [...new Set(customerIds)].filter((id) => known[id] === undefined).join(",");
  const [asked, setAsked] = useState("");

  useEffect(() => {
    if (missing === "" || missing === asked) return;
    setAsked(missing);
    fetcher.load(`/app/customers/names?ids=${missing}`);
  }, [missing, asked, fetcher]);

  useEffect(() => {
    const answer = fetcher.data;
    if (answer) setKnown((before) => ({ ...before, ...answer.names }));
  }, [fetcher.data]);

  return known;
}
