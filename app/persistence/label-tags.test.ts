import { expect, test } from "vitest";
import { hasFormOfOurs, tagOf } from "./label-tags.ts";

test("a tag is a prefix, a family and a key", () => {
  expect(tagOf("vip", "tier", "core")).toBe("vip:tier:core");
});

test.each([
  ["vip:tier:core", true],
  ["VIP:Tier:Core", true],
  ["vip:list:third-order", true],
  ["vip:group:a:b", true],
  ["vip", false],
  ["vip:friend", false],
  ["vip:tier", false],
  ["vips:tier:core", false],
  ["vip:stage:new", false],
  ["vip:tier:a,b", false],
])("%s is built like ours: %s", (tag, isBuiltSo) => {
  expect(hasFormOfOurs(tag, "vip")).toBe(isBuiltSo);
});
