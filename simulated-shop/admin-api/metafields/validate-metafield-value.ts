import { DateTime } from "luxon";
import type { MetafieldDefinition } from "../../world/metafield-definition.ts";
import { parseJson } from "./json-values.ts";
import { elementTypeOf } from "./metafield-types.ts";

type Rule = (value: string, bound: string, elementType: string) => string | null;

/** Validations of a definition that look at the value, by name. */
const RULES: Readonly<Record<string, Rule>> = {
  min: (value, bound, type) =>
    measureOf(value, type) < measureOf(bound, type, true)
      ? `Value has a minimum ${isText(type) ? "length " : ""}of ${boundText(bound, type)}.`
      : null,
  max: (value, bound, type) =>
    measureOf(value, type) > measureOf(bound, type, true)
      ? `Value has a maximum ${isText(type) ? "length " : ""}of ${boundText(bound, type)}.`
      : null,
  regex: (value, pattern) =>
    new RegExp(pattern).test(value) ? null : "Value is not the correct format.",
  choices: (value, choices) => {
    const accepted = parseJson(choices);
    return Array.isArray(accepted) && !accepted.includes(value)
      ? `Value does not exist in provided choices: ${choices.replace(/",\s*"/g, '", "')}.`
      : null;
  },
  max_precision: (value, places) =>
    (value.split(".")[1] ?? "").length > Number(places)
      ? `Value can't exceed ${places} decimal places.`
      : null,
  scale_min: (value, bound) => scaleProblem(value, "scale_min", bound),
  scale_max: (value, bound) => scaleProblem(value, "scale_max", bound),
};

/** What a definition's validations say against a stored value, in Shopify's words; null when nothing. */
export function validateMetafieldValue(
  { type, validations }: MetafieldDefinition,
  value: string,
): string | null {
  const parsed = type.startsWith("list.") ? parseJson(value) : [value];
  const elements = Array.isArray(parsed) ? parsed.map((element) => String(element)) : [];
  for (const { name, value: bound } of validations) {
    const rule = RULES[name];
    if (rule === undefined) continue;
    for (const element of elements) {
      const message = rule(element, bound, elementTypeOf(type));
      if (message !== null) return message;
    }
  }
  return null;
}

function isText(type: string): boolean {
  return type.endsWith("text_field") || type === "id";
}

/** What is compared: a text's length, a date's moment, a number. */
function measureOf(value: string, type: string, isBound = false): number {
  if (isText(type)) return isBound ? Number(value) : value.length;
  if (type === "date" || type === "date_time") return Date.parse(value);
  return Number(value);
}

function boundText(bound: string, type: string): string {
  return type === "date_time"
    ? DateTime.fromISO(bound, { setZone: true }).toFormat("yyyy-MM-dd HH:mm:ss ZZZ")
    : bound;
}

function scaleProblem(value: string, end: "scale_min" | "scale_max", bound: string): string | null {
  const rating = parseJson(value);
  const given: unknown =
    typeof rating === "object" && rating !== null ? Reflect.get(rating, end) : undefined;
  return Number(given) === Number(bound)
    ? null
    : "Value min and max on the rating value must be the same as the min and max on the definition.";
}
