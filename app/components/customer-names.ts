import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

interface NamesAnswer {
  names: Record<string, string>;
}

/**
 * Names for the customers on screen, asked for in one batch after the page is drawn: rows read well without them, and
 * Shopify's answer must not hold up the page. Known names are kept; an id without a name is not asked for again.
 */
export function useCustomerNames(customerIds: readonly string[]): Record<string, string> {
  const { load, data, state } = useFetcher<NamesAnswer>();
  const [known, setKnown] = useState<Record<string, string>>({});
  const asked = useRef(new Set<string>());
  const onScreen = [...new Set(customerIds)].join(",");

  useEffect(() => {
    if (state !== "idle" || onScreen === "") return;
    const missing = onScreen.split(",").filter((id) => !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    load(`/app/customers/names?ids=${missing.join(",")}`);
  }, [onScreen, state, load]);

  useEffect(() => {
    if (data) setKnown((before) => ({ ...before, ...data.names }));
  }, [data]);

  return known;
}
