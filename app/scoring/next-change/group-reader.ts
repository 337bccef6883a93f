import type { Calibration } from "../calibration/calibration.ts";
import { levelAt } from "../cut-points/cut-points.ts";
import { groupOfCase } from "../groups/group-of-case.ts";
import { groupSchemeOf } from "../groups/group-scheme-of.ts";
import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import { stageKeys, stageOf } from "../stage.ts";
import { valueAtShare } from "../tiers/tier-conditions.ts";
import type { MovingNumbers } from "./passing-time.ts";

/** Index of a ranked customer's group, as `groupColumn` has it, of numbers that move. */
export function createGroupReader(
  calibration: Calibration,
  program: Program,
): (numbers: MovingNumbers) => number {
  const scheme = groupSchemeOf(program);
  switch (scheme.kind) {
    case "value-shares": {
      const bounds = scheme.cutsBp.map((cutBp) => valueAtShare(cutBp, calibration));
      return ({ value }) => bounds.findIndex((bound) => value >= bound);
    }
    case "stages": {
      const groupOfStage = new Map(
        stageKeys.map((stage) => [stage, scheme.groups.findIndex(({ key }) => key === stage)]),
      );
      return ({ recencyDays, orderCount }) =>
        groupOfStage.get(stageOf(recencyDays, orderCount, calibration.cycleDays)) ?? -1;
    }
    case "rules": {
      const levels = levelsOf(program);
      const { recency, frequency, monetary } = calibration.cutPoints;
      const known = new Int16Array(2 * levels ** 3).fill(notYetKnown);
      return ({ recencyDays, windowOrders, windowSpendMinor, orderCount }) => {
        const r = levelAt(recency, -recencyDays);
        const f = levelAt(frequency, windowOrders);
        const m = levelAt(monetary, windowSpendMinor);
        const hasOneOrder = orderCount === 1;
        const cell = (((hasOneOrder ? levels : 0) + r - 1) * levels + f - 1) * levels + m - 1;
        if (known[cell] === notYetKnown)
          known[cell] = groupOfCase(scheme, levels, {
            recency: r,
            frequency: f,
            monetary: m,
            hasOneOrder,
          });
        return known[cell] ?? -1;
      };
    }
  }
}

const notYetKnown = -2;
