import { describe, expect, test } from "vitest";
import { checkGroups } from "./check-groups.ts";
import type { GroupCase } from "./group-rule.ts";
import { frequencyMonetaryOf, listGroupCases, ruleMatches } from "./group-rule.ts";
import { buildGroupTable, lookUpGroup } from "./group-table.ts";
import { groupPresetKeys, groupPresets } from "./presets.ts";
import { shopifyEleven } from "./shopify-eleven.ts";

function groupOf(
  preset: keyof typeof groupPresets,
  { recency, frequency, monetary, hasOneOrder }: GroupCase,
): string | undefined {
  const table = buildGroupTable(groupPresets[preset]);
  return groupPresets[preset].groups[lookUpGroup(table, recency, frequency, monetary, hasOneOrder)]
    ?.key;
}

test("FM is the mean of both scores with halves going up", () => {
  expect([
    frequencyMonetaryOf(3, 4),
    frequencyMonetaryOf(3, 3),
    frequencyMonetaryOf(5, 5),
    frequencyMonetaryOf(1, 1),
  ]).toEqual([4, 3, 5, 1]);
});

describe("checkGroups", () => {
  test.each(groupPresetKeys)("proves of %s that every customer has exactly one group", (key) => {
    expect(checkGroups(groupPresets[key])).toEqual({ kind: "sound" });
  });

  test("finds cases without a group, rules never reached and names that do not match", () => {
    const check = checkGroups({
      rules: [
        { key: "a", recency: [2, 5] },
        { key: "b", recency: [5, 5] },
      ],
      groups: [
        { key: "a", name: "A" },
        { key: "c", name: "C" },
      ],
    });
    expect(check).toMatchObject({
      kind: "unsound",
      rulesNeverReached: ["b"],
      keysWithoutName: ["b"],
      namesWithoutRule: ["c"],
    });
    expect(check).toHaveProperty("casesWithoutGroup.length", 50);
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
    for (const each of listGroupCases()) expect(groupOf("five-types", each)).toBe(definition(each));
  });
});

describe("four levels", () => {
  function definition({ recency, frequency, monetary }: GroupCase): string {
    if (recency <= 2) return "at-risk";
    if (monetary < 4) return "general";
    return frequency >= 4 ? "vip" : "potential";
  }

  test("are as defined in all 250 cases", () => {
    for (const each of listGroupCases())
      expect(groupOf("four-levels", each)).toBe(definition(each));
  });
});

describe("Shopify's groups", () => {
  test("tile the grid: exactly one rule matches each case, in whatever order they are tried", () => {
    for (const each of listGroupCases())
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
    for (const each of listGroupCases()) {
      const fm = Math.round((each.frequency + each.monetary) / 2);
      const expected = published.filter(([, holds]) => holds(each.recency, fm)).map(([key]) => key);
      expect([groupOf("shopify-11", each)]).toEqual(expected);
    }
  });
});
