import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOverTime, flowSteps } from "./label-counts.ts";

const days = ["2026-06-01", "2026-06-02", "2026-06-03"];
const labels = ["core", "growth", "base"] as const;

describe("countsOverTime", () => {
  test("takes back who came since, and gives back who left", () => {
    const flows = [
      { step: 1, fromKey: "base", toKey: "core", customers: 2 },
      { step: 3, fromKey: null, toKey: "base", customers: 1 },
    ];
    const now = [
      { key: "core", customers: 5 },
      { key: "base", customers: 4 },
    ];
    expect(countsOverTime(now, flows, days).labels).toEqual([
      { key: "core", customers: [3, 5, 5] },
      { key: "base", customers: [5, 3, 3] },
    ]);
  });

  test("agrees with walking forward from the beginning, for any history", () => {
    const history = fc.array(
      fc.record({
        step: fc.integer({ min: 1, max: 3 }),
        customer: fc.nat({ max: 9 }),
        to: fc.constantFrom(...labels),
      }),
    );
    fc.assert(
      fc.property(history, (moves) => {
        const held = Array.from({ length: 10 }, (_, index) => labels[index % 3] ?? "base");
        const expected: number[][] = [];
        const flows = [1, 2, 3].flatMap((step) => {
          expected.push(labels.map((key) => held.filter((label) => label === key).length));
          return moves
            .filter((move) => move.step === step)
            .map(({ customer, to }) => {
              const fromKey = held[customer] ?? null;
              held[customer] = to;
              return { step, fromKey, toKey: to, customers: 1 };
            });
        });
        const now = labels.map((key) => ({
          key,
          customers: held.filter((label) => label === key).length,
        }));
        const counts = countsOverTime(now, flows, days);
        for (const [index, key] of labels.entries())
          expect(counts.labels.find((label) => label.key === key)?.customers).toEqual(
            expected.map((at) => at[index]),
          );
      }),
    );
  });
});

describe("flowSteps", () => {
  test("keeps whoever moved in one step through the others", () => {
    const counted = [
      { step: -1, fromKey: "base", toKey: "base", customers: 3 },
      { step: 0, fromKey: "base", toKey: "growth", customers: 2 },
      { step: 1, fromKey: "growth", toKey: "core", customers: 1 },
      { step: 1, fromKey: "base", toKey: "growth", customers: 1 },
    ];
    expect(flowSteps(["2026-06-15", "2026-06-30"], counted)).toEqual([
      {
        untilDay: "2026-06-15",
        moves: [
          { fromKey: "base", toKey: "growth", customers: 2 },
          { fromKey: "base", toKey: "base", customers: 1 },
        ],
      },
      {
        untilDay: "2026-06-30",
        moves: [
          { fromKey: "growth", toKey: "core", customers: 1 },
          { fromKey: "base", toKey: "growth", customers: 1 },
          { fromKey: "growth", toKey: "growth", customers: 1 },
        ],
      },
    ]);
  });
});
