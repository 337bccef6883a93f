import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { DiscountProblem } from "../../use-cases/publishing/discounts/save-discount.ts";

/** By field, as the server names it: "terms.offer.percent". */
export type DiscountErrors = Record<string, string>;

const words: Record<string, PlainMessageKey> = {
  empty: "discounts.problem.empty",
  "too-long": "discounts.problem.too-long",
  percent: "discounts.problem.percent",
  amount: "discounts.problem.amount",
  "whole-number": "discounts.problem.whole-number",
  "one-or-more": "discounts.problem.whole-number",
  "too-many": "discounts.problem.whole-number",
  "pick-one": "discounts.problem.pick-one",
  "pick-fewer": "discounts.problem.pick-fewer",
  date: "discounts.problem.date",
  "ends-before-start": "discounts.problem.ends-before-start",
  "code-taken": "discounts.problem.code-taken",
  "limit-reached": "discounts.problem.limit-reached",
  "unknown-label": "discounts.problem.unknown-label",
};

/** Says at each field, in the reader's language, what the server refused. */
export function errorsAtFields(problems: readonly DiscountProblem[], text: Text): DiscountErrors {
  return Object.fromEntries(
    problems.map(({ field, problem }) => [
      field,
      text(words[problem] ?? "discounts.problem.other"),
    ]),
  );
}
