import type { PlainMessageKey, Text } from "../../i18n/text.ts";

/** What the server refused, by field: "windowDays", "weights", "weights.recency", "tiers", "tiers.1.name", "tiers.0.cutBp". */
export interface FieldProblem {
  field: string;
}

export interface FieldErrors {
  windowDays?: string;
  /** All weights together. */
  weights?: string;
  recency?: string;
  frequency?: string;
  monetary?: string;
  /** The ladder as a whole, or something this form has no field for. */
  ladder?: string;
  /** By position, highest first. */
  names: Record<number, string>;
  shares: Record<number, string>;
}

export const NO_ERRORS: FieldErrors = { names: {}, shares: {} };

/** Says at each field, in the reader's language, what must change there. */
export function errorsAtFields(
  problems: readonly FieldProblem[],
  tierCount: number,
  text: Text,
): FieldErrors {
  const errors: FieldErrors = { names: {}, shares: {} };
  for (const { field } of problems) place(field);
  return errors;

  function place(field: string) {
    const [part, detail = "", property] = field.split(".");
    const say = (key: PlainMessageKey) => text(key);
    if (part === "windowDays") errors.windowDays = say("tiers.problem.window-days");
    else if (
      part === "weights" &&
      (detail === "recency" || detail === "frequency" || detail === "monetary")
    )
      errors[detail] = say("tiers.problem.weight-invalid");
    else if (part === "weights") errors.weights = say("tiers.problem.weight-sum");
    else if (part === "tiers" && detail === "") errors.ladder = say("tiers.problem.too-few");
    else if (part === "tiers" && property === "cutBp")
      errors.shares[Number(detail)] = say(
        Number(detail) === tierCount - 1 ? "tiers.problem.rest" : "tiers.problem.share",
      );
    else if (part === "tiers") errors.names[Number(detail)] = say("tiers.problem.name");
    else errors.ladder = say("tiers.problem.other");
  }
}
