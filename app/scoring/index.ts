/**
 * The domain: counted orders + program + calibration → scores, labels, decisions. Pure: no clock, network, database or
 * randomness, and it imports nothing of ours. A full run is `scoreBase`, a single customer after an order `scoreAgainst`;
 * both are the same functions over a frame of columns. Start reading at `score.ts`; README.md has the map.
 */
export type {
  Association,
  AssociationMinimums,
  ItemAssociations,
} from "./behaviour/affinity/association.ts";
export type { CrossSell } from "./behaviour/affinity/cross-sell.ts";
export { boughtBy, indexAssociations, suggestNext } from "./behaviour/affinity/cross-sell.ts";
export { findAssociations } from "./behaviour/affinity/find-associations.ts";
export type { PurchasePath } from "./behaviour/affinity/path-tally.ts";
export type { PurchasePaths } from "./behaviour/affinity/paths.ts";
export { findPaths } from "./behaviour/affinity/paths.ts";
export type { BasketLine, BasketOrder, BasketProduct, Baskets } from "./behaviour/baskets.ts";
export { BasketsBuilder } from "./behaviour/baskets-builder.ts";
export type { Visits } from "./behaviour/visits.ts";
export { typeVisitsOf, visitsOf } from "./behaviour/visits.ts";
export { createWeekClock } from "./behaviour/week-clock.ts";
export {
  createCalendar,
  calendarDayOf,
  formatCalendarDay,
  parseCalendarDate,
} from "./calendar-day.ts";
export type { Calibration } from "./calibration.ts";
export type { CalibrationJson } from "./calibration-json.ts";
export { decodeCalibration, encodeCalibration } from "./calibration-json.ts";
export type { NotCountedReason, OrderFacts, OrderVerdict } from "./counted-order.ts";
export { judgeOrder } from "./counted-order.ts";
export type { Decision, RankLabels } from "./decide.ts";
export { decide, decidedFamilies } from "./decide.ts";
export type { ScoredMetric, ScoreReason } from "./explain-scores.ts";
export { explainScores } from "./explain-scores.ts";
export type { TierReason } from "./explain-tier.ts";
export { explainTier } from "./explain-tier.ts";
export type { Frame, OrderColumns } from "./frame.ts";
export { buildFrame } from "./frame.ts";
export { FrameBuilder } from "./frame-builder.ts";
export type { GroupCheck } from "./groups/check-groups.ts";
export { checkGroups } from "./groups/check-groups.ts";
export type { GroupCase, GroupPreset, GroupRule } from "./groups/group-rule.ts";
export type { GroupPresetKey } from "./groups/presets.ts";
export { groupPresetKeys, groupPresets } from "./groups/presets.ts";
export type { Ladder } from "./cut-points/ladder.ts";
export { buildLadder, countLess } from "./cut-points/ladder.ts";
export type { Metrics } from "./metrics.ts";
export { isRanked, measure } from "./metrics.ts";
export type { ParsedProgram, Program, ProgramProblem, TierDefinition } from "./program.ts";
export { defaultProgram, parseProgram, programSchema } from "./program.ts";
export type { Labels, Scores } from "./score.ts";
export { labelsOf, score } from "./score.ts";
export type { ScoredBase } from "./score-base.ts";
export { scoreAgainst, scoreBase } from "./score-base.ts";
export type { StageKey } from "./stage.ts";
export { stageKeys } from "./stage.ts";
export { formatShownValue, shownValueE4 } from "./value.ts";
