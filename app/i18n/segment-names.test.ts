import { expect, it } from "vitest";
import { nameSegment, namingLocaleOf } from "./segment-names.ts";

it("names segments in the merchant's language, and in English where there are no words", () => {
  expect(nameSegment("tier", "Core", "en")).toBe("Echelon tier: Core");
  expect(nameSegment("group", "At risk", "ru")).toBe("Echelon, группа: At risk");
  expect(nameSegment("tier", "核心", "zh-TW")).toBe("Echelon 等级：核心");
  expect(nameSegment("tier", "Kern", "de")).toBe("Echelon tier: Kern");
});

it("knows which of our languages a locale is", () => {
  expect(["en-GB", "ru", "zh-Hant-TW", "pt-BR", ""].map(namingLocaleOf)).toEqual([
    "en",
    "ru",
    "zh-CN",
    "en",
    "en",
  ]);
});
