import type { Text } from "../../i18n/text.ts";

export interface RuleProblem {
  field: string;
  problem: string;
}

/** What is wrong with the condition at a place, `conditions.1.conditions.0`, in words; undefined = nothing. */
export function problemAt(
  problems: readonly RuleProblem[],
  place: string,
  text: Text,
): string | undefined {
  const found = problems.find(({ field }) => field === place || field.startsWith(`${place}.`));
  if (found === undefined) return undefined;
  const part = found.field.slice(place.length + 1).split(".")[0];
  switch (part) {
    case "":
      return text("rule.problem.shopify", { reason: found.problem });
    case "amount":
      return text("rule.problem.amount");
    case "date":
      return text("rule.problem.date");
    case "keys":
    case "codes":
    case "productId":
    case "trait":
      return text(/gone/.test(found.problem) ? "rule.problem.gone" : "rule.problem.choose");
    case "value":
      if (/days$/.test(found.problem)) return text("rule.problem.days");
      if (/month/.test(found.problem)) return text("rule.problem.choose");
      return text(/date/.test(found.problem) ? "rule.problem.date" : "rule.problem.value");
    default:
      return text("rule.problem.value");
  }
}

/** Of a form's problems those of its rule, from the rule down. */
export function problemsOfRule(problems: readonly RuleProblem[]): RuleProblem[] {
  return problems.flatMap(({ field, problem }) =>
    field.startsWith("rule.") ? [{ field: field.slice("rule.".length), problem }] : [],
  );
}
