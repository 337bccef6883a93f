import { never } from "../calendar-day.ts";
import type { Calibration } from "../calibration/calibration.ts";
import { countLess } from "../cut-points/ladder.ts";
import { groupSchemeOf } from "../groups/group-scheme-of.ts";
import type { Program } from "../program/program.ts";
import type { TierConditions } from "../tiers/tier-conditions.ts";
import { valueAtShare } from "../tiers/tier-conditions.ts";
import type { MovingNumbers } from "./passing-time.ts";

/** A customer's value while time passes; see `valueOf`. */
export type ValueReader = {
  begin: (numbers: MovingNumbers) => void;
  /** An order left the window. */
  afterWindow: (numbers: MovingNumbers) => void;
  at: (recencyDays: number) => number;
  /** The recency at which the value first falls below a cut-off that it reaches now; `never` = not by recency. */
  nextRecency: (numbers: MovingNumbers) => number;
};

/** Reads nothing where neither tiers nor groups go by value. */
export function createValueReader(
  conditions: TierConditions,
  calibration: Calibration,
  program: Program,
): ValueReader {
  const bounds = listValueBounds(conditions, calibration, program);
  if (bounds.length === 0)
    return { begin: ignore, afterWindow: ignore, at: () => 0, nextRecency: () => never };
  const { ladders } = calibration;
  const { weights } = program;
  const lessAt = countLessByRecency(calibration);
  /** The part of the value that recency has no share in. */
  let steady = 0;
  return { begin: weigh, afterWindow: weigh, at, nextRecency };

  function weigh({ windowOrders, windowSpendMinor }: MovingNumbers): void {
    steady =
      weights.frequency * countLess(ladders.frequency, windowOrders) +
      weights.monetary * countLess(ladders.monetary, windowSpendMinor);
  }

  function at(recencyDays: number): number {
    return weights.recency * (lessAt[recencyDays] ?? 0) + steady;
  }

  function nextRecency({ recencyDays, value }: MovingNumbers): number {
    let bound = -Infinity;
    for (const each of bounds) if (each <= value) bound = each;
    // At the end of the table nobody is less recent: if the value still reaches it there, it always will.
    if (at(lessAt.length) >= bound) return never;
    let low = recencyDays + 1;
    let high = lessAt.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(middle) < bound) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The values at which a label begins, ascending. */
function listValueBounds(
  { enter, keep }: TierConditions,
  calibration: Calibration,
  program: Program,
): number[] {
  const scheme = groupSchemeOf(program);
  const bounds = [...enter, ...keep]
    .flat()
    .flatMap(({ metric, bound }) => (metric === "value" ? [bound] : []));
  if (scheme.kind === "value-shares")
    bounds.push(...scheme.cutsBp.map((cutBp) => valueAtShare(cutBp, calibration)));
  return [...new Set(bounds)].filter(Number.isFinite).sort((a, b) => a - b);
}

/** For each number of days since the last order, how many customers' is longer; none beyond the end. */
function countLessByRecency({ ladders }: Calibration): Uint32Array {
  const { values, less, customerCount } = ladders.recency;
  const longest = -(values[0] ?? 0);
  const lessAt = new Uint32Array(longest + 1);
  let step = values.length;
  for (let days = 0; days <= longest; days++) {
    // The first step that is not below −days has the count.
    while (step > 0 && (values[step - 1] ?? 0) >= -days) step--;
    lessAt[days] = step < values.length ? (less[step] ?? 0) : customerCount;
  }
  return lessAt;
}

function ignore(): void {
  // No value is asked for.
}
