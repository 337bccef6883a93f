/**
 * Fields of a workflow's step. Flow sends text for most of them, numbers for some, nothing for those left empty, and
 * whatever a Liquid variable in them became.
 */
type Properties = Record<string, unknown>;

/** The field's text without blanks around it; empty when there is none. */
export function textOf(properties: Properties, field: string): string {
  const value = properties[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "";
}

/** Flow's `customer_id`, with or without Shopify's prefix; null when it is none. */
export function customerIdOf(properties: Properties): bigint | null {
  const digits = /^(?:gid:\/\/shopify\/Customer\/)?(\d{1,18})$/.exec(
    textOf(properties, "customer_id"),
  )?.[1];
  return digits === undefined ? null : BigInt(digits);
}

/** A whole number from 1 to 3650; null when left empty. */
export function daysOf(properties: Properties, field: string): number | null | "no-such-days" {
  const text = textOf(properties, field);
  if (text === "") return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 3650 ? days : "no-such-days";
}
