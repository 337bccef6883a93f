import { expect, test } from "vitest";
import { keyForName } from "./key-for-name.ts";

test("a key is the name in lower-case ASCII with hyphens", () => {
  expect(keyForName("Très fidèle!", new Set())).toBe("tres-fidele");
});

test("a name without Latin letters still gets a key", () => {
  expect(keyForName("黄金", new Set())).toBe("tier");
});

test("a key that is taken gets the next free number", () => {
  expect(keyForName("Core", new Set(["core", "core-2"]))).toBe("core-3");
});
