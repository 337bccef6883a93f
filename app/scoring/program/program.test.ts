import { describe, expect, test } from "vitest";
import { noPolicy } from "./policy-schema.ts";
import { defaultProgram, evaluationOf, parseProgram, policyOf } from "./program.ts";

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
    ["a part of money it does not know", { money: { tax: false } }, "money", /Unrecognized/],
    ["money half in", { money: { taxes: "half" } }, "money.taxes", /true or false/],
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

describe("a program with levels, cut points, tiers and groups of its own", () => {
  const fixed = (spendAtLeast: string[]) => ({ monetary: { kind: "fixed", spendAtLeast } });
  const ladder = (first: object, second?: object) => [
    { key: "a", name: "A", when: first },
    ...(second === undefined ? [] : [{ key: "b", name: "B", when: second }]),
    { key: "rest", name: "Rest" },
  ];
  const thresholds = { tiersBy: { kind: "thresholds" }, currency: "GBP" };

  test.each([
    ["ten levels", { levels: 10 }],
    [
      "Klaviyo's report",
      {
        levels: 3,
        cutPoints: { recency: { kind: "fixed", daysAtMost: [180, 365] } },
        groups: "klaviyo-6",
      },
    ],
    ["yen without decimals", { currency: "JPY", cutPoints: fixed(["500", "900", "1000", "5000"]) }],
    ["dinars with three", { currency: "KWD", cutPoints: fixed(["0.125", "0.250", "1", "2.5"]) }],
    ["tiers by thresholds", { ...thresholds, tiers: ladder({ spendAtLeast: "500.00" }) }],
    [
      "tiers at natural breaks",
      {
        tiersBy: { kind: "natural-breaks", of: "monetary" },
        tiers: [
          { key: "a", name: "A" },
          { key: "b", name: "B" },
        ],
      },
    ],
    ["a starting point", { startingPoint: { industry: "beauty", belowCustomers: 200 } }],
    [
      "rules",
      { groups: { kind: "rules", groups: [{ key: "x", name: "X" }], rules: [{ key: "x" }] } },
    ],
  ])("is taken as it is stated: %s", (_, stated) => {
    expect(parseProgram(stated)).toEqual({
      kind: "program",
      program: { ...defaultProgram, ...stated },
    });
  });

  test.each([
    ["six levels", { levels: 6 }, "levels", /3, 4, 5 or 10/],
    [
      "a boundary too few",
      { cutPoints: { recency: { kind: "fixed", daysAtMost: [30, 90, 365] } } },
      "cutPoints.recency.daysAtMost",
      /must be 4 numbers for 5 levels, not 3/,
    ],
    [
      "boundaries that do not ascend",
      { levels: 3, cutPoints: { frequency: { kind: "fixed", ordersAtLeast: [3, 3] } } },
      "cutPoints.frequency.ordersAtLeast.1",
      /above the one before/,
    ],
    [
      "a kind it does not know",
      { cutPoints: { recency: { kind: "even" } } },
      "cutPoints.recency.kind",
      /quantile/,
    ],
    [
      "amounts without a currency",
      { levels: 3, cutPoints: fixed(["1", "2"]) },
      "currency",
      /must be stated/,
    ],
    [
      "half a yen",
      { currency: "JPY", levels: 3, cutPoints: fixed(["1", "2.5"]) },
      "cutPoints.monetary.spendAtLeast.1",
      /amount in JPY, "2.5" has too many decimals/,
    ],
    ["a currency that is none", { currency: "ZZZ" }, "currency", /"ZZZ" is none/],
    [
      "an amount that is a number",
      { ...thresholds, tiers: ladder({ spendAtLeast: 500 }) },
      "tiers.0.when.spendAtLeast",
      /as text/,
    ],
    [
      "thresholds without any",
      { ...thresholds, tiers: ladder({}) },
      "tiers.0.when",
      /at least one threshold/,
    ],
    [
      "a tier whose customers a higher one takes",
      {
        ...thresholds,
        tiers: ladder({ ordersAtLeast: 2 }, { ordersAtLeast: 3, spendAtLeast: "9" }),
      },
      "tiers.1.when",
      /more than "a" leaves/,
    ],
    [
      "a share in a ladder of thresholds",
      { ...thresholds, tiers: [tier("a", 10), tier("b", 0)] },
      "tiers.0.cutBp",
      /left out/,
    ],
    ["Klaviyo's groups on five levels", { groups: "klaviyo-6" }, "groups", /klaviyo-6 has 3/],
    [
      "a starting point on three",
      { levels: 3, startingPoint: { industry: "food", belowCustomers: 9 } },
      "startingPoint",
      /5 levels/,
    ],
    [
      "a map that leaves cells out",
      {
        groups: {
          kind: "map",
          groups: [
            { key: "x", name: "X", areas: [{ recency: [1, 5], frequencyMonetary: [1, 4] }] },
          ],
        },
      },
      "groups.groups",
      /in no group: R1 FM5; R2 FM5; R3 FM5; R4 FM5; R5 FM5$/,
    ],
    [
      "an area that runs backwards",
      {
        groups: {
          kind: "map",
          groups: [
            { key: "x", name: "X", areas: [{ recency: [5, 1], frequencyMonetary: [1, 5] }] },
          ],
        },
      },
      "groups.groups.0.areas.0.recency",
      /from the lower score/,
    ],
    [
      "a rule that never gets a customer",
      {
        groups: {
          kind: "rules",
          groups: [
            { key: "all", name: "All" },
            { key: "best", name: "Best" },
          ],
          rules: [{ key: "all" }, { key: "best", recency: [5, 5] }],
        },
      },
      "groups.rules.1",
      /rules before it take all of them: all/,
    ],
    [
      "rules that miss somebody",
      {
        levels: 3,
        groups: {
          kind: "rules",
          groups: [{ key: "x", name: "X" }],
          rules: [{ key: "x", recency: [2, 3] }],
        },
      },
      "groups.rules",
      /in no group: R1 F1 M1 with one order; .*and 12 more/,
    ],
  ])("is refused for %s, and it says where", (_, input, field, problem) => {
    const parsed = parseProgram(input);
    const problems = parsed.kind === "refused" ? parsed.problems : [];
    expect(
      problems.filter((each) => each.field === field && problem.test(each.problem)),
      JSON.stringify(problems),
    ).toHaveLength(1);
  });
});

describe("what keeps a tier, and the policy", () => {
  const shares = (...tiers: [cutBp: number, keepBp?: number][]) => ({
    tiers: tiers.map(([cutBp, keepBp], index) => ({
      ...tier("abc".charAt(index), cutBp),
      ...(keepBp !== undefined && { keepBp }),
    })),
  });
  const ladder = (first: object, second: object, last: object = {}) => ({
    tiersBy: { kind: "thresholds" },
    currency: "GBP",
    tiers: [
      { key: "a", name: "A", ...first },
      { key: "b", name: "B", ...second },
      { key: "rest", name: "Rest", ...last },
    ],
  });
  const policy = {
    upgrade: "at-evaluation",
    graceDays: 30,
    minimumStayDays: 90,
    oneStepDown: true,
    refunds: "at-once",
    welcome: { tier: "growth", days: 60 },
    freezes: [{ from: "2026-12-24", until: "2026-12-24" }],
  };

  test("an empty policy holds nobody, and says so in full", () => {
    const parsed = parseProgram({ policy: {} });
    expect(parsed.kind === "program" && policyOf(parsed.program)).toEqual({
      upgrade: "at-once",
      graceDays: 0,
      minimumStayDays: 0,
      oneStepDown: false,
      refunds: "as-any-fall",
      freezes: [],
    });
    expect(policyOf(defaultProgram)).toEqual(noPolicy);
    expect(evaluationOf(defaultProgram)).toBe("daily");
  });

  test.each([
    ["a policy", { policy, evaluation: "weekly" }],
    ["shares kept further down than entered", shares([8000, 7000], [5000, 0], [0])],
    ["a tier kept until below where the next begins", shares([8000, 3000], [5000, 3000], [0])],
    [
      "thresholds kept with less, or fewer, of them",
      ladder(
        {
          when: { windowSpendAtLeast: "500", recencyDaysAtMost: 30 },
          keepWhen: { windowSpendAtLeast: "300.50" },
        },
        { when: { expectedSpendAtLeast: "90" }, keepWhen: { expectedSpendAtLeast: "80" } },
      ),
    ],
    [
      "colours and benefits",
      {
        tiers: [
          { ...tier("a", 5000), colour: "#1a6e4f", benefits: "Free delivery\nEarly access" },
          tier("b", 0),
        ],
      },
    ],
  ])("are taken as they are stated: %s", (_, stated) => {
    expect(parseProgram(stated)).toEqual({
      kind: "program",
      program: { ...defaultProgram, ...stated },
    });
  });

  test.each([
    [
      "keeping by more than it takes to enter",
      shares([8000, 8001], [0]),
      "tiers.0.keepBp",
      /not be above the 8000/,
    ],
    [
      "a tier that is lost before the one above",
      shares([8000, 4000], [5000], [0]),
      "tiers.1.keepBp",
      /at most 4000, which keeps "a" above/,
    ],
    ["keeping the lowest tier", shares([8000], [0, 0]), "tiers.1.keepBp", /nobody loses/],
    [
      "a share that keeps a tier of thresholds",
      ladder({ when: { ordersAtLeast: 2 }, keepBp: 9 }, { when: { spendAtLeast: "9" } }),
      "tiers.0.keepBp",
      /left out where tiers go by thresholds/,
    ],
    [
      "thresholds that keep a share",
      { tiers: [{ ...tier("a", 9), keepWhen: { ordersAtLeast: 2 } }, tier("b", 0)] },
      "tiers.0.keepWhen",
      /left out where tiers go by value-shares/,
    ],
    [
      "keeping with more days than entering",
      ladder(
        { when: { recencyDaysAtMost: 30 }, keepWhen: { recencyDaysAtMost: 29 } },
        { when: { ordersAtLeast: 2 } },
      ),
      "tiers.0.keepWhen",
      /no more of it/,
    ],
    [
      "keeping by what entering does not ask for",
      ladder(
        { when: { ordersAtLeast: 9 }, keepWhen: { spendAtLeast: "1" } },
        { when: { ordersAtLeast: 2 } },
      ),
      "tiers.0.keepWhen",
      /nothing, and no more/,
    ],
    [
      "thresholds that keep a higher tier beyond a lower one",
      ladder(
        { when: { ordersAtLeast: 9 }, keepWhen: { ordersAtLeast: 3 } },
        { when: { ordersAtLeast: 4 } },
      ),
      "tiers.1.keepWhen",
      /less than what keeps "a"/,
    ],
    [
      "keeping the lowest tier by thresholds",
      ladder(
        { when: { ordersAtLeast: 9 } },
        { when: { ordersAtLeast: 4 } },
        { keepWhen: { ordersAtLeast: 1 } },
      ),
      "tiers.2.keepWhen",
      /nobody loses/,
    ],
    [
      "half a penny that keeps",
      ladder(
        { when: { spendAtLeast: "9" }, keepWhen: { spendAtLeast: "8.005" } },
        { when: { ordersAtLeast: 4 } },
      ),
      "tiers.0.keepWhen.spendAtLeast",
      /too many decimals/,
    ],
    [
      "a welcome to a tier that there is not",
      { policy: { welcome: { tier: "gold", days: 9 } } },
      "policy.welcome.tier",
      /"gold" is none/,
    ],
    [
      "a welcome of no days",
      { policy: { welcome: { tier: "core", days: 0 } } },
      "policy.welcome.days",
      /1 or more/,
    ],
    [
      "a holiday that ends before it begins",
      { policy: { freezes: [{ from: "2027-01-02", until: "2027-01-01" }] } },
      "policy.freezes.0.until",
      /not be before 2027-01-02/,
    ],
    [
      "a date that is in no calendar",
      { policy: { freezes: [{ from: "2027-02-29", until: "2027-03-01" }] } },
      "policy.freezes.0.from",
      /a date/,
    ],
    ["half a day of grace", { policy: { graceDays: 0.5 } }, "policy.graceDays", /whole days/],
    ["an evaluation it does not know", { evaluation: "yearly" }, "evaluation", /"monthly"/],
    [
      "a colour by name",
      { tiers: [{ ...tier("a", 5000), colour: "green" }, tier("b", 0)] },
      "tiers.0.colour",
      /#1a6e4f/,
    ],
  ])("are refused for %s, and it says where", (_, input, field, problem) => {
    const parsed = parseProgram(input);
    const problems = parsed.kind === "refused" ? parsed.problems : [];
    expect(problems.map((each) => each.field)).toEqual([field]);
    expect(problems[0]?.problem).toMatch(problem);
  });
});
