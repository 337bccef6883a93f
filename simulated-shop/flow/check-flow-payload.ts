import type { FlowExtension } from "./read-flow-extensions.ts";

/** Larger payloads are refused. */
export const MAX_PAYLOAD_BYTES = 50_000;

/** A message per thing that is wrong with a trigger's payload, in Shopify's form; unknown fields first, then missing. */
export function checkFlowPayload(
  { fields }: FlowExtension,
  payload: Readonly<Record<string, unknown>>,
): string[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  const unknown = Object.keys(payload).filter((key) => !known.has(key));
  const missing = fields.filter(({ key, isRequired }) => isRequired && payload[key] == null);
  const wrong = fields.flatMap(({ key, type }) => {
    const value = payload[key];
    const expected = value == null ? null : whatItIsNot(type, value);
    return expected === null
      ? []
      : [`Type error for field '${key}': ${textOf(value)} is not ${expected}.`];
  });
  return [
    ...unknown.map((key) => `Invalid field: '${key}'.`),
    ...missing.map(({ key }) => `Required field missing: '${key}'.`),
    ...wrong,
  ];
}

/** What the value should be and is not; null when it is. */
function whatItIsNot(type: string, value: unknown): string | null {
  if (type.endsWith("_reference")) return /^\d+$/.test(textOf(value)) ? null : "an Integer";
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? null : "a Boolean";
    case "number_decimal":
      return isNumber(value) ? null : "a Number";
    case "email":
      return typeof value === "string" && /^[^@\s]+@[^@\s]+$/.test(value) ? null : "an Email";
    case "url":
      return typeof value === "string" && URL.canParse(value) ? null : "an absolute URL";
    case "single_line_text_field":
      return typeof value === "string" ? null : "a String";
    default:
      return null;
  }
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
