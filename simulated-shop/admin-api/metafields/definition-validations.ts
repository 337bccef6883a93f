import type { MetafieldValidation } from "../../world/metafield-definition.ts";
import { userError, type UserError } from "../mutations/user-error.ts";
import { elementTypeOf, isOtherMeasurement, referencedNounOf } from "./metafield-types.ts";

const TEXT_OPTIONS = ["min", "max", "regex"];
const RANGE_OPTIONS = ["min", "max"];

/** Validation options by element type; a list has the list options as well. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  single_line_text_field: [...TEXT_OPTIONS, "choices"],
  multi_line_text_field: TEXT_OPTIONS,
  id: TEXT_OPTIONS,
  number_integer: RANGE_OPTIONS,
  number_decimal: [...RANGE_OPTIONS, "max_precision"],
  date: RANGE_OPTIONS,
  date_time: RANGE_OPTIONS,
  rating: ["scale_min", "scale_max"],
  url: ["allowed_domains"],
  link: ["allowed_domains"],
  json: ["schema"],
  dimension: RANGE_OPTIONS,
  volume: RANGE_OPTIONS,
  weight: RANGE_OPTIONS,
  metaobject_reference: ["metaobject_definition_id"],
  mixed_reference: ["metaobject_definition_ids"],
  file_reference: ["file_type_options"],
};
const LIST_OPTIONS = ["list.min", "list.max"];
const INTEGER_BOUNDS = ["number_integer", "single_line_text_field", "multi_line_text_field", "id"];

/** What is wrong with a definition's validations, in Shopify's words. */
export function problemsWithValidations(
  type: string,
  validations: readonly MetafieldValidation[],
): UserError[] {
  const invalid = (message: string, code = "INVALID_OPTION") =>
    userError(["definition", "validations"], message, code);
  const names = validations.map(({ name }) => name);
  if (new Set(names).size < names.length)
    return [invalid('Validations cannot contain duplicate "name" options.', "DUPLICATE_OPTION")];
  const missing = missingOptionsOf(type, names);
  if (missing.length > 0) return missing.map((message) => invalid(message));
  for (const { name, value } of validations) {
    if (!optionsOf(type).includes(name))
      return [
        invalid(
          `Validations value for option ${name} contains an invalid value: '${name}' isn't supported for ${type}.`,
        ),
      ];
    const kind = kindOfBound(type, name);
    if (kind !== null && Number.isNaN(readBound(value, kind)))
      return [invalid(`Validations value for option ${name} must be ${kind}.`)];
    if (name === "regex" && !isPattern(value))
      return [
        invalid(`Validations value for option ${name} contains an invalid value: '${value}'.`),
      ];
  }
  const bound = (name: string) => validations.find((other) => other.name === name)?.value;
  const [min, max] = [bound("min"), bound("max")];
  return min !== undefined && max !== undefined && measure(min, type) > measure(max, type)
    ? [invalid("Validations contains an invalid value: 'min' must be less than 'max'.")]
    : [];
}

function optionsOf(type: string): readonly string[] {
  const element = elementTypeOf(type);
  const options = OPTIONS[element] ?? (isOtherMeasurement(type) ? RANGE_OPTIONS : []);
  return type.startsWith("list.") ? [...options, ...LIST_OPTIONS] : options;
}

function missingOptionsOf(type: string, names: readonly string[]): string[] {
  const element = elementTypeOf(type);
  if (element === "rating")
    return ["scale_max", "scale_min"]
      .filter((name) => !names.includes(name))
      .map((name) => `Validations requires '${name}' to be provided.`);
  return referencedNounOf(type) === "metaobject" && names.length === 0
    ? ["Validations require that you select a metaobject."]
    : [];
}

function kindOfBound(type: string, name: string): "an integer" | "a decimal" | null {
  if (name === "max_precision" || LIST_OPTIONS.includes(name)) return "an integer";
  if (name !== "min" && name !== "max") return null;
  if (INTEGER_BOUNDS.includes(elementTypeOf(type))) return "an integer";
  return elementTypeOf(type) === "number_decimal" ? "a decimal" : null;
}

function readBound(value: string, kind: "an integer" | "a decimal"): number {
  const pattern = kind === "an integer" ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
  return pattern.test(value) ? Number(value) : Number.NaN;
}

function measure(bound: string, type: string): number {
  return elementTypeOf(type).startsWith("date") ? Date.parse(bound) : Number(bound);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
