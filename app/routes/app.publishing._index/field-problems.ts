import type { Text } from "../../i18n/text.ts";

export interface PublishingErrors {
  segments?: string;
  discount?: string;
  percent?: string;
}

/** Says at each field, in the reader's language, what the server refused. */
export function errorsAtFields(
  problems: readonly { field: string; problem: string }[],
  text: Text,
): PublishingErrors {
  const errors: PublishingErrors = {};
  for (const { field, problem } of problems) {
    if (field === "segments") errors.segments = text("publishing.problem.needs-tags");
    else if (field === "topTierDiscountPercent" && problem.startsWith("needs"))
      errors.discount = text("publishing.problem.needs-segments");
    else if (field === "topTierDiscountPercent")
      errors.percent = text("publishing.problem.percent");
    else errors.discount = text("publishing.problem.other");
  }
  return errors;
}
