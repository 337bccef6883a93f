import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Reads the page's data again every `everyMs` while the page is visible, and at once when the merchant returns to it;
 * null = only on return. A request still under way is never doubled.
 */
export function useRevalidateWhileVisible(everyMs: number | null): void {
  const revalidator = useRevalidator();
  const latest = useRef(revalidator);
  latest.current = revalidator;

  useEffect(() => {
    function readAgain() {
      if (document.visibilityState === "visible" && latest.current.state === "idle")
        latest.current.revalidate();
    }
    const timer = everyMs === null ? undefined : setInterval(readAgain, everyMs);
    document.addEventListener("visibilitychange", readAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", readAgain);
    };
  }, [everyMs]);
}
