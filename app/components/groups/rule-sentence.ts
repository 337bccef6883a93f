import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { RuleChoices } from "../../use-cases/pages/rule-choices.ts";
import { isBlock, type ConditionForm, type RuleForm } from "./rule-form.ts";
import { comparisonsOf, subjectSections, valueInputOf } from "./rule-subjects.ts";

type RuleFormats = Pick<Formats, "country" | "calendarDate" | "list" | "month">;

/** A rule in plain words: "Customers for whom all of this holds: orders ever at least 3; tier is Core." */
export function ruleSentence(
  { match, parts }: RuleForm,
  choices: RuleChoices,
  text: Text,
  formats: RuleFormats,
): string {
  const clauses = parts.map((part) => {
    if (!isBlock(part)) return clauseOf(part, choices, text, formats);
    const inner = part.conditions.map((each) => clauseOf(each, choices, text, formats));
    return inner.length === 1 ? (inner[0] ?? "") : `(${formats.list(inner, joint(part.match))})`;
  });
  return text("rule.sentence", { conditions: formats.list(clauses, joint(match)) });
}

function joint(match: "all" | "any"): "and" | "or" {
  return match === "all" ? "and" : "or";
}

function clauseOf(
  condition: ConditionForm,
  choices: RuleChoices,
  text: Text,
  formats: RuleFormats,
): string {
  const { subject, compare, value } = condition;
  const subjects = subjectSections(choices, text).flatMap(({ options }) => options);
  const what = subjects.find((each) => each.value === subject)?.label ?? subject;
  const comparison = comparisonsOf(subject, text).find((each) => each.value === compare)?.label;
  const input = valueInputOf(condition, choices, text, formats);
  const said = { what, comparison: comparison ?? compare };
  if (input.kind === "none") return text("rule.clause.without-value", said);
  return text("rule.clause", { ...said, value: valueInWords() });

  function valueInWords(): string {
    if (value.trim() === "") return "___";
    if (input.kind === "choice") {
      const names = value
        .split(",")
        .map((each) => input.choices.find((choice) => choice.value === each)?.label ?? each);
      return formats.list(names, "or");
    }
    if (input.kind === "date")
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.calendarDate(value) : value;
    if (input.kind === "amount") return `${value} ${choices.currencyCode}`;
    if (input.kind === "number" && input.suffix !== undefined)
      return input.suffix === "%" ? `${value}%` : `${value} ${input.suffix}`;
    return value;
  }
}
