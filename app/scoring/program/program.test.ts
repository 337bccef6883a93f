import { describe, expect, test } from "vitest";
import { defaultProgram, parseProgram } from "./program.ts";

const tier = (key: string, cutBp: number) => ({ key, name: key, cutBp });

describe("parseProgram", () => {
  test("fills what is left out with the default: a year, 20/30/50, three tiers, five types", () => {
    expect(parseProgram({})).toEqual({ kind: "program", program: defaultProgram });
    expect(defaultProgram).toEqual({
      money: "net",
      windowDays: 365,
      weights: { recency: 2000, frequency: 3000, monetary: 5000 },
      tiers: [
        { key: "core", name: "Core", cutBp: 8000 },
        { key: "growth", name: "Growth", cutBp: 5000 },
        { key: "base", name: "Base", cutBp: 0 },
      ],
      groups: "five-types",
    });
  });

  test("keeps what is stated, through JSON and back", () => {
    const stated = {
      windowDays: 90,
      groups: "shopify-11",
      tiers: [tier("top", 9999), tier("rest", 0)],
    };
    const parsed = parseProgram(JSON.parse(JSON.stringify(stated)));
    expect(parsed).toEqual({ kind: "program", program: { ...defaultProgram, ...stated } });
  });

  test.each([
    [
      "weights that do not add up",
      { weights: { recency: 2000, frequency: 3000, monetary: 4000 } },
      "weights",
      /must add up to 10000 basis points, not 9000/,
    ],
    [
      "a weight below 0",
      { weights: { recency: -1, frequency: 5001, monetary: 5000 } },
      "weights.recency",
      /0 or more/,
    ],
    [
      "half a basis point",
      { weights: { recency: 0.5, frequency: 4999.5, monetary: 5000 } },
      "weights.recency",
      /whole number/,
    ],
    ["one tier", { tiers: [tier("all", 0)] }, "tiers", /two tiers or more/],
    [
      "cuts that do not descend",
      { tiers: [tier("a", 5000), tier("b", 5000), tier("c", 0)] },
      "tiers.1.cutBp",
      /must be below the 5000/,
    ],
    [
      "a lowest tier that leaves people out",
      { tiers: [tier("a", 5000), tier("b", 100)] },
      "tiers.1.cutBp",
      /must be 0 in the lowest tier/,
    ],
    [
      "a tier nobody can reach",
      { tiers: [tier("a", 10_000), tier("b", 0)] },
      "tiers.0.cutBp",
      /below 10000/,
    ],
    [
      "a key twice",
      { tiers: [tier("a", 5000), tier("a", 0)] },
      "tiers.1.key",
      /unique, "a" stands twice/,
    ],
    [
      "a key that is not ASCII",
      { tiers: [tier("größe", 5000), tier("b", 0)] },
      "tiers.0.key",
      /ASCII/,
    ],
    [
      "an empty name",
      { tiers: [{ ...tier("a", 5000), name: " " }, tier("b", 0)] },
      "tiers.0.name",
      /not be empty/,
    ],
    ["no window", { windowDays: 0 }, "windowDays", /1 or more/],
    [
      "groups that do not exist",
      { groups: "seven" },
      "groups",
      /one of five-types, four-levels, shopify-11/,
    ],
    ["money it does not know", { money: "gross" }, "money", /must be "net"/],
    ["a misspelt part", { window: 90 }, "", /window/],
    ["no object", [], "", /./],
  ])("refuses %s, and says where", (_, input, field, problem) => {
    const parsed = parseProgram(input);
    const problems = parsed.kind === "refused" ? parsed.problems : [];
    expect(
      problems.filter((each) => each.field === field && problem.test(each.problem)),
    ).toHaveLength(1);
  });

  test("names everything that is wrong at once", () => {
    expect(parseProgram({ windowDays: 0, tiers: [tier("a", 1), tier("a", 5)] })).toHaveProperty(
      "problems.length",
      4,
    );
  });
});
