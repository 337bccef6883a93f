import type { Formats } from "../../i18n/format.ts";
import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { RuleChoices } from "../../use-cases/pages/rule-choices.ts";
import { riskInWords, riskLevels } from "../risk-words.ts";
import { interestInWords, interestTraits, traitInWords, traits } from "../trait-words.ts";

export interface Choice {
  value: string;
  label: string;
}

/** How the value of a subject is given. */
export type ValueInput =
  | { kind: "number"; suffix?: string }
  | { kind: "amount" }
  | { kind: "date" }
  | { kind: "text" }
  | { kind: "choice"; choices: Choice[] }
  /** The comparison says all. */
  | { kind: "none" };

const stages = {
  new: "rule.stage.new",
  growing: "rule.stage.growing",
  mature: "rule.stage.mature",
  declining: "rule.stage.declining",
  lost: "rule.stage.lost",
} as const satisfies Record<string, PlainMessageKey>;

const comparisons = {
  "at-least": "rule.compare.at-least",
  "at-most": "rule.compare.at-most",
  is: "rule.compare.is",
  "is-not": "rule.compare.is-not",
  "on-or-after": "rule.compare.on-or-after",
  "on-or-before": "rule.compare.on-or-before",
  "anniversary-within": "rule.compare.anniversary-within",
  "month-is": "rule.compare.month-is",
  "is-set": "rule.compare.is-set",
  "is-not-set": "rule.compare.is-not-set",
} as const satisfies Record<string, PlainMessageKey>;

/** Everything a condition can be about, in the sections of the menu. */
export function subjectSections(
  choices: RuleChoices,
  text: Text,
): { title: string; options: Choice[] }[] {
  const { windowDays: days } = choices;
  const sections = [
    {
      title: text("rule.section.orders"),
      options: [
        { value: "count:orders", label: text("rule.subject.orders") },
        { value: "count:windowOrders", label: text("rule.subject.window-orders", { days }) },
        { value: "amount:netSpend", label: text("rule.subject.spend") },
        { value: "amount:windowSpend", label: text("rule.subject.window-spend", { days }) },
        { value: "amount:averageOrder", label: text("rule.subject.average-order") },
        { value: "date:first-order", label: text("rule.subject.first-order") },
        { value: "date:last-order", label: text("rule.subject.last-order") },
        { value: "count:daysSinceLastOrder", label: text("rule.subject.days-since-last") },
        { value: "count:daysSinceFirstOrder", label: text("rule.subject.days-since-first") },
        { value: "country", label: text("rule.subject.country") },
        { value: "product", label: text("rule.subject.product") },
        { value: "product-type", label: text("rule.subject.product-type") },
      ],
    },
    {
      title: text("rule.section.labels"),
      options: [
        { value: "label:tier", label: text("rule.subject.tier") },
        { value: "label:group", label: text("rule.subject.group") },
        { value: "stage", label: text("rule.subject.stage") },
        { value: "trait", label: text("rule.subject.trait") },
        { value: "interest", label: text("rule.subject.interest") },
        { value: "risk", label: text("rule.subject.risk") },
        { value: "count:value", label: text("rule.subject.value") },
        { value: "count:recencyScore", label: text("rule.subject.recency") },
        { value: "count:frequencyScore", label: text("rule.subject.frequency") },
        { value: "count:monetaryScore", label: text("rule.subject.monetary") },
      ],
    },
    {
      title: text("rule.section.forecast"),
      options: [
        { value: "count:chanceToBuy90d", label: text("rule.subject.chance", { days: 90 }) },
        { value: "count:chanceToBuy180d", label: text("rule.subject.chance", { days: 180 }) },
        { value: "count:expectedOrders365d", label: text("rule.subject.expected-orders") },
        { value: "amount:expectedSpend365d", label: text("rule.subject.expected-spend") },
      ],
    },
    {
      title: text("rule.section.shopify"),
      options: [
        { value: "tag", label: text("rule.subject.tag") },
        ...choices.fields.map(({ namespace, key, name, type }) => ({
          value: `field:${type}:${namespace}.${key}`,
          label: name,
        })),
      ],
    },
  ];
  return sections;
}

export function comparisonsOf(subject: string, text: Text): Choice[] {
  return comparisonKeysOf(subject).map((value) => ({
    value,
    label: text(comparisons[value]),
  }));
}

function comparisonKeysOf(subject: string) {
  const [kind, type] = subject.split(":");
  if (kind === "count" || kind === "amount") return ["at-least", "at-most"] as const;
  if (kind === "date") return ["on-or-after", "on-or-before"] as const;
  if (kind !== "field") return ["is", "is-not"] as const;
  const presence = ["is-set", "is-not-set"] as const;
  if (type === "number") return ["is", "at-least", "at-most", ...presence] as const;
  if (type === "date")
    return ["anniversary-within", "month-is", "on-or-after", "on-or-before", ...presence] as const;
  return ["is", "is-not", ...presence] as const;
}

export function valueInputOf(
  { subject, compare }: { subject: string; compare: string },
  choices: RuleChoices,
  text: Text,
  formats: Pick<Formats, "country" | "month">,
): ValueInput {
  const [kind, of] = subject.split(":");
  const named = (list: readonly { key: string; name: string }[]): ValueInput => ({
    kind: "choice",
    choices: list.map(({ key, name }) => ({ value: key, label: name })),
  });
  switch (kind) {
    case "count":
      return of?.startsWith("chance") === true
        ? { kind: "number", suffix: text("tiers.edit.percent") }
        : { kind: "number" };
    case "amount":
      return { kind: "amount" };
    case "date":
      return { kind: "date" };
    case "label":
      return named(of === "tier" ? choices.tiers : choices.groups);
    case "stage":
      return {
        kind: "choice",
        choices: Object.entries(stages).map(([value, key]) => ({ value, label: text(key) })),
      };
    case "trait":
      return {
        kind: "choice",
        choices: traits.map((value) => ({ value, label: traitInWords(value, text) })),
      };
    case "interest":
      return {
        kind: "choice",
        choices: interestTraits.map((value) => ({ value, label: interestInWords(value, text) })),
      };
    case "risk":
      return {
        kind: "choice",
        choices: riskLevels.map((value) => ({ value, label: riskInWords(value, text) })),
      };
    case "country":
      return {
        kind: "choice",
        choices: choices.countries.map((value) => ({ value, label: formats.country(value) })),
      };
    case "product":
      return {
        kind: "choice",
        choices: choices.products.map(({ id, title }) => ({ value: id, label: title })),
      };
    case "product-type":
      return {
        kind: "choice",
        choices: choices.productTypes.map((value) => ({ value, label: value })),
      };
    case "field":
      if (compare === "is-set" || compare === "is-not-set") return { kind: "none" };
      if (compare === "anniversary-within") return { kind: "number", suffix: text("rule.days") };
      if (compare === "month-is")
        return {
          kind: "choice",
          choices: Array.from({ length: 12 }, (_, index) => ({
            value: String(index + 1),
            label: formats.month(index + 1),
          })),
        };
      if (of === "number") return { kind: "number" };
      if (of === "date") return { kind: "date" };
      if (of === "boolean")
        return {
          kind: "choice",
          choices: [
            { value: "true", label: text("rule.true") },
            { value: "false", label: text("rule.false") },
          ],
        };
      return { kind: "text" };
    default:
      return { kind: "text" };
  }
}
