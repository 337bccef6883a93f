import { describe, expect, test } from "vitest";
import { checkGroupMap } from "./check-group-map.ts";
import { checkGroupRules } from "./check-groups.ts";
import { fiveTypes } from "./five-types.ts";
import { fourLevels } from "./four-levels.ts";
import { convertScore, groupOfCase } from "./group-of-case.ts";
import type { GroupCase } from "./group-rule.ts";
import { frequencyMonetaryOf, listGroupCases, ruleMatches } from "./group-rule.ts";
import type { RuleScheme } from "./group-scheme.ts";
import { klaviyoSix } from "./klaviyo-six.ts";
import { shopifyEleven } from "./shopify-eleven.ts";

function groupOf(scheme: RuleScheme, each: GroupCase, levels = scheme.levels): string | undefined {
  return scheme.groups[groupOfCase(scheme, levels, each)]?.key;
}

test("FM is the mean of both scores with halves going up", () => {
  expect([
    frequencyMonetaryOf(3, 4),
    frequencyMonetaryOf(3, 3),
    frequencyMonetaryOf(5, 5),
    frequencyMonetaryOf(1, 1),
  ]).toEqual([4, 3, 5, 1]);
});

describe("scores of other levels in a preset", () => {
  test.each([
    [3, [1, 3, 5]],
    [4, [1, 2, 4, 5]],
    [5, [1, 2, 3, 4, 5]],
    [10, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
  ])("of %i become fifths evenly, ends to ends", (levels, fifths) => {
    expect(fifths.map((_, index) => convertScore(index + 1, levels, 5))).toEqual(fifths);
  });

  test("a table of tenths looks up what the table of fifths has for each pair", () => {
    for (const each of listGroupCases(10)) {
      const half = (score: number) => Math.ceil(score / 2);
      const { recency, frequency, monetary, hasOneOrder } = each;
      expect(groupOf(shopifyEleven, each, 10)).toBe(
        groupOf(shopifyEleven, {
          recency: half(recency),
          frequency: half(frequency),
          monetary: half(monetary),
          hasOneOrder,
        }),
      );
    }
  });
});

describe("checkGroupRules", () => {
  test.each([
    ["five types", fiveTypes],
    ["four levels", fourLevels],
    ["Shopify's groups", shopifyEleven],
    ["Klaviyo's groups", klaviyoSix],
  ])("proves of %s that every customer has exactly one group", (_, scheme) => {
    expect(checkGroupRules(scheme, scheme.levels)).toEqual({ kind: "sound" });
  });

  test("finds cases without a group, rules never reached and by whom, and names that do not match", () => {
    const check = checkGroupRules(
      {
        rules: [
          { key: "a", recency: [2, 5] },
          { key: "b", recency: [5, 5] },
        ],
        groups: [
          { key: "a", name: "A" },
          { key: "c", name: "C" },
        ],
      },
      5,
    );
    expect(check).toMatchObject({
      kind: "unsound",
      rulesNeverReached: [{ rule: 1, key: "b", takenBy: ["a"] }],
      keysWithoutName: [{ rule: 1, key: "b" }],
      namesWithoutRule: [{ group: 1, key: "c" }],
    });
    expect(check).toHaveProperty("casesWithoutGroup.length", 50);
  });
});

describe("checkGroupMap", () => {
  const area = (r: [number, number], fm: [number, number]) => ({
    recency: r,
    frequencyMonetary: fm,
  });

  test("proves that areas tile the grid", () => {
    const groups = [
      { key: "here", areas: [area([3, 4], [1, 4])] },
      { key: "gone", areas: [area([1, 2], [1, 2]), area([1, 2], [3, 4])] },
    ];
    expect(checkGroupMap({ groups }, 4)).toEqual({ kind: "sound" });
  });

  test("names the cells in no group, those in several with whose they are, and areas beyond the grid", () => {
    const groups = [
      { key: "top", areas: [area([2, 3], [1, 3])] },
      { key: "low", areas: [area([1, 2], [1, 2]), area([3, 3], [3, 4])] },
    ];
    expect(checkGroupMap({ groups }, 3)).toEqual({
      kind: "unsound",
      cellsWithoutGroup: [{ recency: 1, frequencyMonetary: 3 }],
      cellsWithSeveralGroups: [
        { recency: 2, frequencyMonetary: 1, groups: ["top", "low"] },
        { recency: 2, frequencyMonetary: 2, groups: ["top", "low"] },
        { recency: 3, frequencyMonetary: 3, groups: ["top", "low"] },
      ],
      areasOutside: [{ group: 1, area: 1 }],
    });
  });
});

describe("five customer types", () => {
  // Stated here a second time, in the words of the definition rather than as ranges.
  function definition({ recency, frequency, monetary, hasOneOrder }: GroupCase): string {
    const fm = Math.floor((frequency + monetary + 1) / 2);
    if (hasOneOrder && recency >= 4) return "new";
    if (recency >= 3) return fm >= 4 ? "high-value" : "potential";
    return fm >= 3 ? "at-risk" : "dormant";
  }

  test("are as defined in all 250 cases", () => {
    for (const each of listGroupCases(5)) expect(groupOf(fiveTypes, each)).toBe(definition(each));
  });
});

describe("four levels", () => {
  function definition({ recency, frequency, monetary }: GroupCase): string {
    if (recency <= 2) return "at-risk";
    if (monetary < 4) return "general";
    return frequency >= 4 ? "vip" : "potential";
  }

  test("are as defined in all 250 cases", () => {
    for (const each of listGroupCases(5)) expect(groupOf(fourLevels, each)).toBe(definition(each));
  });
});

describe("Shopify's groups", () => {
  test("tile the grid: exactly one rule matches each case, in whatever order they are tried", () => {
    for (const each of listGroupCases(5))
      expect(shopifyEleven.rules.filter((rule) => ruleMatches(rule, each))).toHaveLength(1);
  });

  // The published bounds, on the mean of F and M with halves going up.
  const published: [string, (r: number, fm: number) => boolean][] = [
    ["champions", (r, fm) => r === 5 && fm > 3],
    ["loyal", (r, fm) => r >= 3 && r <= 4 && fm > 3],
    ["active", (r, fm) => r >= 4 && fm > 1 && fm <= 3],
    ["new", (r, fm) => r === 5 && fm <= 1],
    ["promising", (r, fm) => r === 4 && fm <= 1],
    ["needs-attention", (r, fm) => r === 3 && fm > 2 && fm <= 3],
    ["almost-lost", (r, fm) => r === 3 && fm <= 2],
    ["at-risk", (r, fm) => r <= 2 && fm > 2 && fm <= 4],
    ["previously-loyal", (r, fm) => r <= 2 && fm > 4],
    ["dormant", (r, fm) => r <= 2 && fm <= 2],
  ];

  test("have the published bounds", () => {
    for (const each of listGroupCases(5)) {
      const fm = Math.round((each.frequency + each.monetary) / 2);
      const expected = published.filter(([, holds]) => holds(each.recency, fm)).map(([key]) => key);
      expect([groupOf(shopifyEleven, each)]).toEqual(expected);
    }
  });
});

describe("Klaviyo's groups", () => {
  test.each([
    ["champions", "333 332 323"],
    ["loyal", "321 322 331 232 233"],
    ["recent", "312 313 311 222 223"],
    ["needs-attention", "213 221 123 132 133"],
    ["at-risk", "231 212 122 131 211"],
    ["inactive", "111 112 113 121"],
  ])("have in %s the printed cells %s", (group, cells) => {
    for (const cell of cells.split(" ")) {
      const [recency = 0, frequency = 0, monetary = 0] = Array.from(cell, Number);
      const each = { recency, frequency, monetary, hasOneOrder: false };
      expect([cell, groupOf(klaviyoSix, each)]).toEqual([cell, group]);
    }
  });

  test("have each of the 27 cells once", () => {
    for (const each of listGroupCases(3))
      expect(klaviyoSix.rules.filter((rule) => ruleMatches(rule, each))).toHaveLength(1);
  });
});
