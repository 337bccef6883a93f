import { expect, test } from "vitest";
import { parseSearchQuery } from "./parse-search-query.ts";

function term(field: string | null, value: string, comparator = ":") {
  return { kind: "term", field, comparator, value };
}

test("a field, a comparator and a quoted value", () => {
  expect(parseSearchQuery("updated_at:>='2026-01-01T00:00:00Z'")).toEqual(
    term("updated_at", "2026-01-01T00:00:00Z", ":>="),
  );
  expect(parseSearchQuery('title:"10 % off"')).toEqual(term("title", "10 % off"));
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
