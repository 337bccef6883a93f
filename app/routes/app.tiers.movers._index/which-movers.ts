import type { WhichMovers } from "../../use-cases/pages/movers-page.ts";

/** What the address asks for: `?from=growth&to=core`, `?direction=up`; an empty key is "not ranked". */
export function whichFromAddress(search: URLSearchParams): WhichMovers {
  const from = search.get("from");
  const to = search.get("to");
  const direction = search.get("direction");
  return {
    step: from === null || to === null ? null : { from: from || null, to: to || null },
    direction: direction === "up" || direction === "down" ? direction : null,
  };
}

/** The same the other way round. */
export function addressOfMovers({ step, direction }: WhichMovers): string {
  const search = new URLSearchParams();
  if (step !== null) {
    search.set("from", step.from ?? "");
    search.set("to", step.to ?? "");
  }
  if (direction !== null) search.set("direction", direction);
  return search.toString();
}
