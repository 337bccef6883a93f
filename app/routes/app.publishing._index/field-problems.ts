import type { Text } from "../../i18n/text.ts";

export interface PublishingErrors {
  segments?: string;
  discounts?: string;
}

/** Says at each field, in the reader's language, what the server refused. */
export function errorsAtFields(
  problems: readonly { field: string; problem: string }[],
  text: Text,
): PublishingErrors {
  const errors: PublishingErrors = {};
  for (const { field } of problems) {
    if (field === "segments") errors.segments = text("publishing.problem.needs-tags");
    else if (field === "discounts") errors.discounts = text("publishing.problem.needs-segments");
    else errors.discounts = text("publishing.problem.other");
  }
  return errors;
}
