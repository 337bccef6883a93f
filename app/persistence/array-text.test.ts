import { expect, test } from "vitest";
import { columnText } from "./array-text.ts";

test("a column is an array in PostgreSQL's own writing", () => {
  const same = <Value>(value: Value) => value;
  expect(columnText([1n, null, -9_007_199_254_740_993n], same)).toBe("{1,NULL,-9007199254740993}");
  expect(columnText([true, false], same)).toBe("{true,false}");
  expect(columnText([new Date(0)], same)).toBe('{"1970-01-01T00:00:00.000Z"}');
  expect(columnText([], same)).toBe("{}");
});

test("no text can end its quotes", () => {
  expect(columnText(['a "b"', "c\\", "NULL", "", "{d,e}\n"], (text) => text)).toBe(
    '{"a \\"b\\"","c\\\\","NULL","","{d,e}\n"}',
  );
});
