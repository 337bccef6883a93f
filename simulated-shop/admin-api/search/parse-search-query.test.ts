import { expect, test } from "vitest";
import { parseSearchQuery } from "./parse-search-query.ts";

function term(field: string | null, value: string, comparator = ":", isQuoted = false) {
  return { kind: "term", field, comparator, value, isQuoted };
}

test("a field, a comparator and a quoted value", () => {
  expect(parseSearchQuery("updated_at:>='2026-01-01T00:00:00Z'")).toEqual(
    term("updated_at", "2026-01-01T00:00:00Z", ":>=", true),
  );
  expect(parseSearchQuery('title:"10 % off"')).toEqual(term("title", "10 % off", ":", true));
  expect(parseSearchQuery("ada")).toEqual(term(null, "ada"));
});

test("terms side by side are joined by AND, which binds tighter than OR", () => {
  expect(parseSearchQuery("a:1 b:2 OR c:3")).toEqual({
    kind: "or",
    parts: [{ kind: "and", parts: [term("a", "1"), term("b", "2")] }, term("c", "3")],
  });
});

test("a minus and NOT negate, parentheses group", () => {
  expect(parseSearchQuery("-tag:vip NOT (a:1 OR b:2)")).toEqual({
    kind: "and",
    parts: [
      { kind: "not", part: term("tag", "vip") },
      { kind: "not", part: { kind: "or", parts: [term("a", "1"), term("b", "2")] } },
    ],
  });
});

test("any text is a search: unclosed parentheses and empty text do not fail", () => {
  expect(parseSearchQuery("((a:1")).toEqual(term("a", "1"));
  expect(parseSearchQuery("")).toEqual({ kind: "and", parts: [] });
});

test("without quotes a value ends at a colon, as Shopify reads times; gids stay whole", () => {
  expect(parseSearchQuery("updated_at:<2000-01-01T00:00:00Z")).toEqual({
    kind: "and",
    parts: [term("updated_at", "2000-01-01T00", ":<"), term("00", "00Z")],
  });
  expect(parseSearchQuery("id:gid://shopify/Order/17")).toEqual(
    term("id", "gid://shopify/Order/17"),
  );
  expect(parseSearchQuery("tag:a\\:b order_date: >='2024-01-01'")).toEqual({
    kind: "and",
    parts: [term("tag", "a:b"), term("order_date", "2024-01-01", ":>=", true)],
  });
});
