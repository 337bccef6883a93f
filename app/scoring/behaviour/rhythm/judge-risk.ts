import type { Visits } from "../visits.ts";
import type { RiskLevel } from "./lateness.ts";
import {
  laterThanPercent,
  levelDaysOf,
  levelOf,
  riskLevels,
  shorterPercentOf,
} from "./lateness.ts";
import { leastOwnGaps, ownGapsAt, ownRhythmAt } from "./own-rhythm.ts";
import type { RhythmBase } from "./rhythm-base.ts";
import { createCycleFinder } from "./rhythm-base.ts";
import { leastShopGaps } from "./shop-cycles.ts";

/** By which rhythm somebody is judged, and of how many gaps it is known. */
export type JudgedBy =
  | {
      kind: "own-rhythm";
      usualDays: number;
      /** Give or take so many days. */
      spreadDays: number;
      gaps: number;
      /** How many of the own gaps were shorter than the time since the last visit. */
      shorterGaps: number;
    }
  | { kind: "type-cycle"; productType: string; usualDays: number; gaps: number; own: OwnGaps }
  | { kind: "shop-cycle"; usualDays: number; gaps: number; own: OwnGaps }
  /** Neither the customer nor the shop has a rhythm yet: `usualDays` is a starting point, not a measure. */
  | { kind: "assumed-cycle"; usualDays: number; gaps: number; needsGaps: number; own: OwnGaps };

/** Why it is not the customer's own rhythm. */
export type OwnGaps = { needs: number; has: number };

export type RiskJudgement =
  | { kind: "no-visits" }
  | {
      kind: "judged";
      level: RiskLevel;
      daysSinceLast: number;
      judgedBy: JudgedBy;
      /** So many percent of comparable gaps in the shop that ended with a purchase were shorter, 0–99. */
      laterThanPercent: number;
      /** Whether that percent is measured in this shop or a starting point. */
      isPercentAssumed: boolean;
      /** Days since the last visit from which each level holds. */
      levelDays: Record<RiskLevel, number>;
      /** How often customers of this base came to be at this level, and how often they bought after all. */
      reached: number;
      cameBack: number;
    };

/**
 * Judges customers by their own rhythm, or the shop's where they have fewer than three gaps of their own.
 *
 *     ratio = days since the last visit / usual days
 *     due: later than 50 % of the shop's ended gaps (of the same kind) and ratio ≥ 1
 *     late: 80 %, 1.25        at-risk: 95 %, 1.5        lost: 99 %, 2
 *
 * and by their own rhythm never worse than the same percent of their own gaps allows: who took as long before is not late.
 *
 * `visits`: of the whole base or of one customer, with product types as items, up to `asOfDay`.
 *
 * Example: gaps of 30, 31, 31, 33 days, the last visit 74 days ago: usually every 31 days, ratio 2.39; where 95 % of
 * gaps are below 2.1 times the usual one and 99 % below 3.4: at-risk.
 */
export function createRiskJudge(
  visits: Visits,
  base: RhythmBase,
  asOfDay: number,
): (customer: number) => RiskJudgement {
  const cycleAt = createCycleFinder(visits, base.cycles);
  const { offsets, day } = visits;
  return (customer) => {
    const first = offsets[customer] ?? 0;
    const last = (offsets[customer + 1] ?? 0) - 1;
    if (last < first) return { kind: "no-visits" };
    const daysSinceLast = asOfDay - (day[last] ?? 0);
    const hasOwn = last - first >= leastOwnGaps;
    const judgedBy = hasOwn
      ? judgeByOwn(day, first, last, daysSinceLast)
      : judgeByShop(last - first, last);
    const { cuts, isAssumed, reached, cameBack } = hasOwn ? base.byOwn : base.byShop;
    const ratio = daysSinceLast / judgedBy.usualDays;
    const ownGaps = ownGapsAt(day, first, last);
    const level = levelOf(cuts, ratio, shorterPercentOf(ownGaps, daysSinceLast));
    const [onTime = 0, due = 0, late = 0, atRisk = 0, lost = 0] = levelDaysOf(
      cuts,
      judgedBy.usualDays,
      ownGaps,
    );
    return {
      kind: "judged",
      level: riskLevels[level] ?? "on-time",
      daysSinceLast,
      judgedBy,
      laterThanPercent: laterThanPercent(cuts, ratio),
      isPercentAssumed: isAssumed,
      levelDays: { "on-time": onTime, due, late, "at-risk": atRisk, lost },
      reached: reached[level] ?? 0,
      cameBack: cameBack[level] ?? 0,
    };
  };

  function judgeByShop(ownGaps: number, lastVisit: number): JudgedBy {
    const { cycleDays: usualDays, gaps, type } = cycleAt(lastVisit);
    const own = { needs: leastOwnGaps, has: ownGaps };
    if (type !== null) return { kind: "type-cycle", productType: type, usualDays, gaps, own };
    if (!base.cycles.shop.isAssumed) return { kind: "shop-cycle", usualDays, gaps, own };
    return { kind: "assumed-cycle", usualDays, gaps, needsGaps: leastShopGaps, own };
  }
}

function judgeByOwn(day: Int32Array, first: number, last: number, daysSinceLast: number): JudgedBy {
  const { usualDays, spreadDays, gaps } = ownRhythmAt(day, first, last);
  const shorterGaps = gaps.filter((gap) => gap < daysSinceLast).length;
  return { kind: "own-rhythm", usualDays, spreadDays, gaps: gaps.length, shorterGaps };
}

/** The levels of many customers: an index into `riskLevels` each, 255 = no visit. */
export function judgeRisks(visits: Visits, base: RhythmBase, asOfDay: number): Uint8Array {
  const judge = createRiskJudge(visits, base, asOfDay);
  return Uint8Array.from({ length: visits.customerCount }, (_, customer) => {
    const judgement = judge(customer);
    return judgement.kind === "judged" ? riskLevels.indexOf(judgement.level) : 255;
  });
}
