import { useEffect, useRef, useState } from "react";

const SEARCH_DELAY_MS = 300;

/**
 * The search field: what is typed shows at once and is asked for after a pause. When the address says something else
 * than what was asked for last (Back, "Clear all"), the field follows it.
 */
export function useSearch(inAddress: string, ask: (search: string) => void) {
  const [typed, setTyped] = useState(inAddress);
  const lastAsked = useRef(inAddress);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  useEffect(() => {
    if (inAddress === lastAsked.current) return;
    lastAsked.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);

  useEffect(() => {
    if (typed.trim() === lastAsked.current) return undefined;
    const timer = setTimeout(() => {
      lastAsked.current = typed.trim();
      latestAsk.current(lastAsked.current);
    }, SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return { typed, setTyped };
}
