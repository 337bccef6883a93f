import { expect, test } from "vitest";
import { hasTag, normalizeTags, sortTags } from "./tags.ts";

test("tags are split at commas, trimmed and deduplicated ignoring case, the first spelling winning", () => {
  expect(normalizeTags(["VIP, gold ", "vip", " ", "Gold,silver"])).toEqual([
    "VIP",
    "gold",
    "silver",
  ]);
});

test("tags are sorted ignoring case", () => {
  expect(sortTags(["b", "C", "A"])).toEqual(["A", "b", "C"]);
});

test("a tag is found ignoring case", () => {
  expect(hasTag(["Echelon:Tier:Core"], "echelon:tier:core")).toBe(true);
  expect(hasTag(["echelon:tier:core2"], "echelon:tier:core")).toBe(false);
});
