import { DateTime } from "luxon";
import type { Customer } from "../world/customer.ts";
import { findMetafieldDefinition } from "../world/metafield-definition.ts";
import type { World } from "../world/world.ts";
import type { SegmentAttribute } from "./segment-attributes.ts";

/**
 * `metafields.<namespace>.<key>` as an attribute: a customer metafield with a definition whose type segments can filter
 * on. Undefined for anything else, which makes Shopify say that the filter cannot be found. How an app's own namespace
 * is spelt in a segment query is not established; the full `app--<id>` is what works here.
 */
export function metafieldAttributeOf(world: World, name: string): SegmentAttribute | undefined {
  const [, namespace, key] = /^metafields\.([^.]+)\.([^.]+)$/.exec(name) ?? [];
  if (namespace === undefined || key === undefined) return undefined;
  const type = findMetafieldDefinition(world, { ownerType: "CUSTOMER", namespace, key })?.type;
  const valueOf = (customer: Customer): string | null =>
    customer.metafields.find((other) => other.namespace === namespace && other.key === key)
      ?.value ?? null;
  switch (type) {
    case "number_integer":
    case "number_decimal":
      return {
        kind: type === "number_integer" ? "integer" : "float",
        readIn: () => (customer) => mapped(valueOf(customer), Number),
      };
    case "date":
    case "date_time":
      // A bare date is a day of the shop's calendar, a moment carries its own offset.
      return {
        kind: "date",
        readIn:
          ({ shop }) =>
          (customer) =>
            mapped(valueOf(customer), (value) =>
              DateTime.fromISO(value, { zone: shop.timeZone }).toMillis(),
            ),
      };
    case "boolean":
      return {
        kind: "boolean",
        readIn: () => (customer) => mapped(valueOf(customer), (value) => value === "true"),
      };
    case "single_line_text_field":
      return { kind: "string", accepted: null, readIn: () => valueOf };
    case "list.single_line_text_field":
      return { kind: "list", ignoresCase: true, readIn: () => listReader(valueOf) };
    default:
      return undefined;
  }
}

function listReader(valueOf: (customer: Customer) => string | null) {
  return (customer: Customer) => {
    const value = valueOf(customer);
    const parsed: unknown = value === null ? [] : JSON.parse(value);
    const texts = Array.isArray(parsed) ? parsed.map((text) => String(text).toLowerCase()) : [];
    return (text: string | null) => (text === null ? texts.length === 0 : texts.includes(text));
  };
}

function mapped<Value>(text: string | null, map: (text: string) => Value): Value | null {
  return text === null ? null : map(text);
}
