import { expect, test } from "vitest";
import type { Program } from "../program/program.ts";
import { defaultProgram } from "../program/program.ts";
import { scoreAgainst, scoreBase } from "../score-base.ts";
import { frameOf } from "../testing/random-shops.ts";
import { decideTiers } from "./decide-tiers.ts";
import type { PolicyState } from "./policy-state.ts";

/** A hundred customers who spent 10, 20 … 1000; the one looked at stands near the 80 of a hundred that core begins at. */
const spends = Array.from({ length: 100 }, (_, index) => 1000 * (index + 1));
const base = frameOf(
  spends.length,
  spends.map((netMinor, customer) => ({ customer, day: 100, netMinor })),
);
const program: Program = {
  ...defaultProgram,
  weights: { recency: 0, frequency: 0, monetary: 10_000 },
};

/** How often the label changes of a customer whose spend goes up and down between 79 and 82 of a hundred, day by day. */
function countChanges(tiers: Program["tiers"]): number {
  const held = { ...program, tiers };
  const { calibration } = scoreBase(base, 100, held);
  let state: PolicyState | null = null;
  let changes = 0;
  for (let day = 0; day < 60; day++) {
    const netMinor = day % 2 === 0 ? 82_500 : 78_500;
    const frame = frameOf(1, [{ customer: 0, day: 100, netMinor }]);
    const { metrics, scores } = scoreAgainst(calibration, frame, 100 + day, held);
    const decided = decideTiers({
      program: held,
      day: 100 + day,
      cause: "order",
      scores,
      metrics,
      state,
    });
    if (state !== null && decided.autoTier[0] !== state.autoTier[0]) changes++;
    state = decided;
  }
  return changes;
}

test("a value that goes up and down within the band between entering and keeping changes nothing; without the band, every day", () => {
  const [core, ...rest] = program.tiers;
  if (core === undefined) throw new Error("There is no tier.");
  expect(countChanges([{ ...core, keepBp: 7500 }, ...rest])).toBe(0);
  expect(countChanges(program.tiers)).toBe(59);
});
