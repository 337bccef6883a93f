import type { z } from "zod";

/** What is wrong with a form and where; `field` like "terms.offer.percent", empty = the whole. */
export function formProblemsOf({ issues }: z.ZodError): { field: string; problem: string }[] {
  return issues.map(({ path, message }) => ({ field: path.join("."), problem: message }));
}
