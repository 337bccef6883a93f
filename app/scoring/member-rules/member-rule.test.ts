import { describe, expect, test } from "vitest";
import { parseMemberRule } from "./member-rule.ts";
import { findRuleProblems } from "./rule-problems.ts";

const orders = { kind: "count", of: "orders", compare: "at-least", value: 3 };
const around = { currency: "JPY", tiers: [{ key: "core" }], groups: [{ key: "new" }] };

function ruleOf(...conditions: object[]) {
  const parsed = parseMemberRule({ match: "all", conditions });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.rule;
}

describe("parseMemberRule", () => {
  test("takes conditions, and blocks of conditions once", () => {
    const block = { kind: "block", match: "any", conditions: [orders, orders] };
    const rule = { match: "all", conditions: [orders, block] };
    expect(parseMemberRule(rule)).toEqual({ kind: "rule", rule });
  });

  test.each([
    ["no conditions", { match: "all", conditions: [] }, "conditions", /at least one/],
    ["an unknown join", { match: "most", conditions: [orders] }, "match", /all or any/],
    [
      "a condition of a kind there is not",
      { match: "all", conditions: [orders, { kind: "mood" }] },
      "conditions.1.kind",
      /condition that Echelon knows/,
    ],
    [
      "a wrong value, by its place",
      { match: "all", conditions: [orders, { ...orders, value: -1 }] },
      "conditions.1.value",
      /0 or more/,
    ],
    [
      "a wrong value in a block, by its place",
      {
        match: "all",
        conditions: [{ kind: "block", match: "any", conditions: [orders, { ...orders, of: "?" }] }],
      },
      "conditions.0.conditions.1.of",
      /number that Echelon has/,
    ],
    [
      "a block in a block",
      {
        match: "all",
        conditions: [
          {
            kind: "block",
            match: "any",
            conditions: [{ kind: "block", match: "any", conditions: [orders] }],
          },
        ],
      },
      "conditions.0.conditions.0.kind",
      /./,
    ],
    [
      "SQL for a country",
      { match: "all", conditions: [{ kind: "country", is: true, codes: ["G'"] }] },
      "conditions.0.codes.0",
      /two letters/,
    ],
    ["no object", null, "", /./],
  ])("refuses %s", (_, input, field, problem) => {
    const parsed = parseMemberRule(input);
    if (parsed.kind === "rule") throw new Error("was taken");
    expect(parsed.problems.map((each) => each.field)).toContain(field);
    expect(parsed.problems.find((each) => each.field === field)?.problem).toMatch(problem);
  });
});

describe("findRuleProblems", () => {
  test("finds nothing in a rule that fits the shop", () => {
    const rule = ruleOf(
      { kind: "amount", of: "netSpend", compare: "at-least", amount: "500" },
      { kind: "label", family: "tier", is: true, keys: ["core"] },
      { kind: "field", namespace: "facts", key: "gender", type: "text", compare: "is", value: "f" },
    );
    expect(findRuleProblems(rule, around)).toEqual([]);
  });

  test("says where an amount, a label or a field's value does not fit", () => {
    const rule = ruleOf(
      { kind: "amount", of: "netSpend", compare: "at-least", amount: "500.50" },
      {
        kind: "block",
        match: "any",
        conditions: [{ kind: "label", family: "group", is: true, keys: ["new", "old"] }],
      },
      { kind: "field", namespace: "a", key: "b", type: "date", compare: "on-or-after", value: "x" },
      { kind: "field", namespace: "a", key: "b", type: "text", compare: "at-least", value: "x" },
    );
    expect(findRuleProblems(rule, around)).toEqual([
      { field: "conditions.0.amount", problem: "must be an amount in JPY" },
      { field: "conditions.1.conditions.0.keys", problem: "must be there now; gone: old" },
      { field: "conditions.2.value", problem: "must be a date, like 2026-01-31" },
      { field: "conditions.3.compare", problem: "must fit a text field" },
    ]);
  });
});
