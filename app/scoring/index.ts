/**
 * The domain: counted orders + program + calibration → scores, labels, decisions. Pure: no clock, network, database or
 * randomness, and of ours it imports only the decimals of currencies. A full run is `scoreBase`, a single customer after an order `scoreAgainst`;
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
export { BasketsBuilder, boundMinor } from "./behaviour/baskets-builder.ts";
export type { BehaviourBase } from "./behaviour/behaviour-base.ts";
export { measureBehaviour } from "./behaviour/behaviour-base.ts";
export type {
  InterestCount,
  InterestFacts,
  InterestTrait,
  InterestTraitKey,
} from "./behaviour/interest/interest-facts.ts";
export {
  decisionDays,
  interestDaysKept,
  interestTraitKeys,
  interestWithinDays,
} from "./behaviour/interest/interest-facts.ts";
export { judgeInterest } from "./behaviour/interest/judge-interest.ts";
export { searchWordsOf } from "./behaviour/interest/search-words.ts";
export type { JudgedBy, RiskJudgement } from "./behaviour/rhythm/judge-risk.ts";
export { createRiskJudge, judgeRisks } from "./behaviour/rhythm/judge-risk.ts";
export type { RiskLevel } from "./behaviour/rhythm/lateness.ts";
export { riskLevels } from "./behaviour/rhythm/lateness.ts";
export type { RhythmBase } from "./behaviour/rhythm/rhythm-base.ts";
export { measureRhythm } from "./behaviour/rhythm/rhythm-base.ts";
export type { ShopCycles } from "./behaviour/rhythm/shop-cycles.ts";
export type { TraitBase } from "./behaviour/traits/judge-traits.ts";
export {
  createTraitJudge,
  judgeTraits,
  measureTraits,
  traitsOfBits,
} from "./behaviour/traits/judge-traits.ts";
export type { TraitEvidence, TraitKey, TraitResult } from "./behaviour/traits/trait.ts";
export { traitKeys } from "./behaviour/traits/trait.ts";
export type { Visits } from "./behaviour/visits.ts";
export { typeVisitsOf, visitsOf, visitsOfFrame } from "./behaviour/visits.ts";
export { createWeekClock } from "./behaviour/week-clock.ts";
export type { BestTime, HourProfile } from "./behaviour/when-where/hours.ts";
export { profileHours } from "./behaviour/when-where/hours.ts";
export type { Labelling, Period } from "./behaviour/when-where/labelling.ts";
export type { Place, PlaceDimension, PlaceProfile } from "./behaviour/when-where/places.ts";
export { profilePlaces } from "./behaviour/when-where/places.ts";
export type { ShareRange } from "./behaviour/when-where/share-range.ts";
export { shareRangeOf } from "./behaviour/when-where/share-range.ts";
export {
  createCalendar,
  calendarDayOf,
  formatCalendarDay,
  never,
  parseCalendarDate,
} from "./calendar-day.ts";
export type { BaseSize } from "./calibration/base-size.ts";
export { judgeBaseSize } from "./calibration/base-size.ts";
export type { Calibration } from "./calibration/calibration.ts";
export type { CalibrationJson } from "./calibration/calibration-json.ts";
export { decodeCalibration, encodeCalibration } from "./calibration/calibration-json.ts";
export type {
  CalibrationDrift,
  CutPointShift,
  MetricDrift,
  ValueShift,
} from "./calibration/drift.ts";
export { compareCalibrations } from "./calibration/drift.ts";
export type { StartingPoint } from "./calibration/starting-points.ts";
export { startingPoints } from "./calibration/starting-points.ts";
export type { NotCountedReason, OrderFacts, OrderVerdict } from "./counted-order.ts";
export { judgeOrder } from "./counted-order.ts";
export type { Decision, RankLabels } from "./decide.ts";
export { decide, decidedFamilies } from "./decide.ts";
export type { Totals } from "./estimate/even-history.ts";
export { evenHistory } from "./estimate/even-history.ts";
export type { ScoredMetric, ScoreReason } from "./explain-scores.ts";
export { explainScores } from "./explain-scores.ts";
export type { TierReason } from "./tiers/explain-tier.ts";
export { explainTier } from "./tiers/explain-tier.ts";
export type { TierRule } from "./tiers/explain-rules.ts";
export { explainRules } from "./tiers/explain-rules.ts";
export type { WayToNext } from "./tiers/way-to-next.ts";
export { wayToNext } from "./tiers/way-to-next.ts";
export type { Frame, OrderColumns } from "./frame.ts";
export { buildFrame } from "./frame.ts";
export type { IndustryKey } from "./industry.ts";
export { industryKeys } from "./industry.ts";
export { FrameBuilder } from "./frame-builder.ts";
export type { GroupMapCheck } from "./groups/check-group-map.ts";
export { checkGroupMap } from "./groups/check-group-map.ts";
export type { GroupCheck } from "./groups/check-groups.ts";
export { checkGroupRules } from "./groups/check-groups.ts";
export type { GroupCase, GroupRule } from "./groups/group-rule.ts";
export type { GridCell } from "./groups/group-grid.ts";
export { groupGridOf } from "./groups/group-grid.ts";
export type { GroupName, GroupScheme } from "./groups/group-scheme.ts";
export { groupByShopifysRules } from "./groups/like-shopify.ts";
export { groupSchemeOf } from "./groups/group-scheme-of.ts";
export type { GroupPresetKey } from "./groups/presets.ts";
export { groupPresetKeys, groupPresets } from "./groups/presets.ts";
export type { DaysOfYear } from "./member-rules/anniversaries.ts";
export { anniversariesWithin, daysOfMonth } from "./member-rules/anniversaries.ts";
export type { Condition } from "./member-rules/condition-schema.ts";
export {
  amountMetrics,
  countMetrics,
  fieldComparisons,
  fieldTypes,
} from "./member-rules/condition-schema.ts";
export type { MemberRule, RuleProblem } from "./member-rules/member-rule.ts";
export { parseMemberRule } from "./member-rules/member-rule.ts";
export { findRuleProblems, listConditions } from "./member-rules/rule-problems.ts";
export { minorUnitsOf } from "./program/money-amount.ts";
export type { MoneyRules } from "./money/money-rules.ts";
export { moneyDefinitionOf, moneyRulesOf, needsParts, netMoney } from "./money/money-rules.ts";
export { amountOf } from "./money/order-amount.ts";
export type { Difference, MoneyTally, Reconciliation } from "./money/reconcile.ts";
export { emptyTally, reconcile, tallyOrder } from "./money/reconcile.ts";
export type { Ladder } from "./cut-points/ladder.ts";
export type { Metrics } from "./metrics.ts";
export { isRanked, measure } from "./metrics.ts";
export type {
  Evaluation,
  ParsedProgram,
  Policy,
  Program,
  ProgramProblem,
  TierDefinition,
  TierThresholds,
} from "./program/program.ts";
export {
  asksForOutlook,
  companyOrdersOf,
  defaultProgram,
  evaluationOf,
  levelsOf,
  parseProgram,
  policyOf,
  programSchema,
} from "./program/program.ts";
export { findCurrencyProblems } from "./program/program-problems.ts";
export type { Labels, Scores } from "./score.ts";
export { createLabelReader, labelsOf, score } from "./score.ts";
export type { ScoredBase } from "./score-base.ts";
export { scoreAgainst, scoreBase } from "./score-base.ts";
export type { StageKey } from "./stage.ts";
export { stageKeys } from "./stage.ts";
export { formatShownValue, shownValueE4 } from "./value.ts";
export type { FittedOrderModel, FitSettings } from "./models/fitting/fit-orders.ts";
export { fitOrders } from "./models/fitting/fit-orders.ts";
export type { FittedSpendModel, SpendColumns } from "./models/fitting/fit-spend.ts";
export { fitSpend } from "./models/fitting/fit-spend.ts";
export type { HistoryColumns } from "./models/fitting/history-columns.ts";
export { pAlive } from "./models/order-models/alive.ts";
export { pBuysWithin } from "./models/order-models/buys-within.ts";
export { expectedOrders } from "./models/order-models/expected-orders.ts";
export type {
  OrderHistory,
  OrderModel,
  OrderModelKind,
} from "./models/order-models/order-model.ts";
export { orderModelKinds } from "./models/order-models/order-model.ts";
export type { GammaGamma } from "./models/spend/gamma-gamma.ts";
export { expectedMeanSpend } from "./models/spend/gamma-gamma.ts";
export type { FittedShop, MissingHistory, ShopFitSettings } from "./models/fitting/fit-shop.ts";
export { fitShop } from "./models/fitting/fit-shop.ts";
export { industryBeliefs, spendBeliefs } from "./models/fitting/industry-beliefs.ts";
export type { LogNormalBelief } from "./models/fitting/prior.ts";
export type { DiscountPlan } from "./models/forecast/lifetime-value.ts";
export { lifetimeValue } from "./models/forecast/lifetime-value.ts";
export type { NextOrder } from "./models/forecast/next-order.ts";
export { nextOrder } from "./models/forecast/next-order.ts";
export type { Forecast, PlausibleModel } from "./models/forecast/orders-within.ts";
export { ordersWithin, predictOrderCounts } from "./models/forecast/orders-within.ts";
export type { SpendHistory } from "./models/forecast/spend-within.ts";
export { spendWithin } from "./models/forecast/spend-within.ts";
export { orderCountChances } from "./models/order-models/order-count-chances.ts";
export type { ManyForecasts } from "./models/forecast/forecast-many.ts";
export { forecastMany } from "./models/forecast/forecast-many.ts";
export type { BackTest, BackTestReport } from "./outlook/back-test/back-test.ts";
export type { ChosenRules, OutlookBase } from "./outlook/fit-outlook.ts";
export { fitOutlook } from "./outlook/fit-outlook.ts";
export type { OutlookSettings } from "./outlook/fit-models.ts";
export type { Outlook } from "./outlook/foresee.ts";
export { foresee } from "./outlook/foresee.ts";
export type { PurchaseDays } from "./outlook/purchase-days.ts";
export { collectPurchaseDays } from "./outlook/purchase-days.ts";
export type { Cause } from "./policy/decide-tier.ts";
export type { DecidedTiers, PolicyInput } from "./policy/decide-tiers.ts";
export { decideTiers } from "./policy/decide-tiers.ts";
export { isEvaluationDay, nextEvaluationDay } from "./policy/evaluation-day.ts";
export type { HeldBy } from "./policy/held-by.ts";
export { heldByKeys, readHeldBy, writeHeldBy } from "./policy/held-by.ts";
export type { Hold, Holds } from "./policy/holds.ts";
export type { PolicyState, StoredTier } from "./policy/policy-state.ts";
export { emptyPolicyState, policyStateOf } from "./policy/policy-state.ts";
export type { OutlookRules, SpendForecast } from "./outlook/spend-forecast.ts";
export { forecastSpend } from "./outlook/spend-forecast.ts";
export type { NextChangeInput, NextChanges } from "./next-change/find-next-changes.ts";
export { findNextChanges } from "./next-change/find-next-changes.ts";
export type { DistanceInput, Distances } from "./distances/explain-distances.ts";
export { explainDistances } from "./distances/explain-distances.ts";
export type { Distance } from "./distances/least-order.ts";
