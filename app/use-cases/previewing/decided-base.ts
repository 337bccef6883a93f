import { groupSchemeOf, scoreBase, type Program } from "../../scoring/index.ts";
import type { BaseInMemory } from "./base-in-memory.ts";
import type { LabelsByRow } from "./tally-family.ts";

/** Where a run would put everybody. Rows past those of the frame are customers without orders: no label, no spend. */
export interface DecidedBase {
  rankedCustomers: number;
  tier: LabelsByRow;
  group: LabelsByRow;
  windowSpendMinor: Float64Array;
}

export function decideBase(base: BaseInMemory, program: Program, asOfDay: number): DecidedBase {
  const { metrics, calibration, scores } = scoreBase(base.frame, asOfDay, program);
  return {
    rankedCustomers: calibration.rankedCustomers,
    tier: labelsBy(program.tiers, scores.tier),
    group: labelsBy(groupSchemeOf(program).groups, scores.group),
    windowSpendMinor: metrics.windowSpendMinor,
  };
}

function labelsBy(labels: readonly { key: string }[], column: Int16Array): LabelsByRow {
  return { keys: labels.map(({ key }) => key), at: (row) => column[row] ?? -1 };
}
