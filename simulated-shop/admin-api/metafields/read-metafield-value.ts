import type { World } from "../../world/world.ts";
import { parseJson, readJsonValue } from "./json-values.ts";
import { elementTypeOf, referencedNounOf } from "./metafield-types.ts";
import { PLAIN_VALUES } from "./plain-values.ts";
import { readReference } from "./reference-values.ts";
import { problem, stored, type ValueOutcome } from "./value-outcome.ts";

const MAX_LIST_ELEMENTS = 128;
const MAX_VALUE_BYTES = 65_536;
/** Since API version 2026-04 (changelog "Reduced metafield value sizes"). */
const MAX_JSON_BYTES = 131_072;

/** A value as Shopify stores it under a type, or why it does not fit. */
export function readMetafieldValue(world: World, type: string, value: string): ValueOutcome {
  if (value.trim() === "") return problem("Value can't be blank.");
  const maxBytes = type === "json" ? MAX_JSON_BYTES : MAX_VALUE_BYTES;
  if (Buffer.byteLength(value) > maxBytes)
    return problem(`Value is too long (maximum is ${maxBytes} characters)`);
  return type.startsWith("list.")
    ? readList(world, elementTypeOf(type), value)
    : readSingle(world, type, value);
}

function readSingle(world: World, type: string, value: string): ValueOutcome {
  const noun = referencedNounOf(type);
  if (noun !== null) return readReference(world, noun, value);
  return (
    PLAIN_VALUES[type]?.(value) ??
    readJsonValue(type, value, world.shop.currencyCode) ??
    stored(value)
  );
}

function readList(world: World, elementType: string, value: string): ValueOutcome {
  const elements = parseJson(value);
  if (!Array.isArray(elements)) return problem("Value must be a stringified JSON array.");
  if (elements.length > MAX_LIST_ELEMENTS)
    return problem(`Value has more than ${MAX_LIST_ELEMENTS} elements.`);
  const texts: string[] = [];
  for (const [index, element] of elements.entries()) {
    const text = typeof element === "string" ? element : JSON.stringify(element);
    const outcome = readSingle(world, elementType, text);
    if (outcome.kind === "problem")
      return problem(
        outcome.message,
        // A reference's message names what is missing, so Shopify gives no index with it.
        referencedNounOf(elementType) === null ? index : null,
      );
    texts.push(isBareInList(elementType) ? outcome.value : JSON.stringify(outcome.value));
  }
  return stored(`[${texts.join(",")}]`);
}

/** Elements that stand in a list without quotes; decimals have them. */
function isBareInList(elementType: string): boolean {
  return (
    elementType === "boolean" ||
    elementType === "number_integer" ||
    ["rating", "link", "dimension", "volume", "weight"].includes(elementType)
  );
}
