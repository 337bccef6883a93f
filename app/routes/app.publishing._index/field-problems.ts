import type { PlainMessageKey, Text } from "../../i18n/text.ts";

export interface PublishingErrors {
  segments?: string;
  discounts?: string;
  daysBefore?: string;
  tagPrefix?: string;
}

const prefixWords: Record<string, PlainMessageKey> = {
  empty: "publishing.prefix.problem.empty",
  "too-long": "publishing.prefix.problem.too-long",
  characters: "publishing.prefix.problem.characters",
  "changed-too-often": "publishing.prefix.problem.changed-too-often",
  "shopify-silent": "publishing.prefix.problem.shopify-silent",
};

/** Why our tags cannot begin so. `taken`: tags that would be ours, and how many customers carry them by others. */
export function prefixProblem(
  problem: string,
  taken: readonly { tag: string; customers: number }[],
  text: Text,
): string {
  const [first] = taken;
  if (first !== undefined) return text("publishing.prefix.problem.taken", first);
  return text(prefixWords[problem] ?? "publishing.prefix.problem.taken-somewhere");
}

/** Says at each field, in the reader's language, what the server refused. */
export function errorsAtFields(
  problems: readonly { field: string; problem: string }[],
  text: Text,
): PublishingErrors {
  const errors: PublishingErrors = {};
  for (const { field, problem } of problems) {
    if (field === "segments") errors.segments = text("publishing.problem.needs-tags");
    else if (field === "discounts") errors.discounts = text("publishing.problem.needs-segments");
    else if (field === "tagPrefix") errors.tagPrefix = prefixProblem(problem, [], text);
    else if (field === "flow.daysBefore") errors.daysBefore = text("flow.days-before.problem");
    else errors.discounts = text("publishing.problem.other");
  }
  return errors;
}
