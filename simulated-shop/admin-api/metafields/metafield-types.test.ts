import { expect, test } from "vitest";
import {
  categoryOf,
  DEFINABLE_TYPES,
  isMetafieldType,
  TYPES_IN_MESSAGE,
} from "./metafield-types.ts";

test("types are listed in Shopify's order", () => {
  const around = (types: readonly string[], type: string) => {
    const place = types.indexOf(type);
    return types.slice(place - 1, place + 2);
  };
  expect(DEFINABLE_TYPES.slice(0, 5)).toEqual([
    "antenna_gain",
    "area",
    "battery_charge_capacity",
    "battery_energy_capacity",
    "boolean",
  ]);
  expect(around(DEFINABLE_TYPES, "date")).toEqual(["date_time", "date", "dimension"]);
  expect(around(DEFINABLE_TYPES, "weight")).toEqual([
    "volumetric_flow_rate",
    "weight",
    "company_reference",
  ]);
  expect(around(TYPES_IN_MESSAGE, "json")).toEqual(["json_string", "json", "jurisdiction"]);
  expect(DEFINABLE_TYPES.at(-1)).toBe("list.order_reference");
});

test("a metafield can be a list that no definition can be", () => {
  expect(isMetafieldType("list.boolean")).toBe(true);
  expect(DEFINABLE_TYPES).not.toContain("list.boolean");
  expect(isMetafieldType("list.json")).toBe(false);
});

test.each([
  ["single_line_text_field", "TEXT"],
  ["list.number_integer", "NUMBER"],
  ["boolean", "TRUE_FALSE"],
  ["date_time", "DATE_TIME"],
  ["weight", "MEASUREMENT"],
  ["list.product_reference", "REFERENCE"],
  ["money", "MONEY"],
  ["language", "LANGUAGE"],
])("%s is of category %s", (type, category) => {
  expect(categoryOf(type)).toBe(category);
});
