import type { Text } from "../../i18n/text.ts";

/** Why a customer was not written: ours in our words, everything else in Shopify's. */
export function problemWords(problem: string, text: Text): string {
  if (problem === "customer-gone") return text("publishing.problem.customer-gone");
  if (problem === "fields-contested") return text("publishing.problem.fields-contested");
  if (/tags cannot be more than/i.test(problem)) return text("publishing.problem.too-many-tags");
  return problem;
}
