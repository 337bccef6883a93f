import { readHolds } from "../../persistence/label-holds.ts";
import { readStandingOf } from "../../persistence/standing-of.ts";
import {
  explainRules,
  explainScores,
  explainTier,
  formatCalendarDay,
  heldByKeys,
  type HeldBy,
  type ScoreReason,
  type TierRule,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { holdsByRow } from "../scoring/customer-holds.ts";
import { stateOf } from "../scoring/decide-customers.ts";
import { readProgramVersion } from "../scoring/live-program.ts";
import { createDistanceReader, type KeepDistance, type OrderDistance } from "./order-distances.ts";
import { readJudging, scoreCustomers } from "../scoring/scored-customers.ts";
import { causeOfChange, type ChangeCause } from "./change-cause.ts";
import { describeHolds, type HeldLine } from "./describe-holds.ts";
import { describeNextChange, type NextChange } from "./describe-next-change.ts";
import type { TierDefinition } from "./page-words.ts";

/** Why a customer has their labels, and what happens next: plain data, amounts in minor units. */
export interface Why {
  customerId: string;
  /** YYYY-MM-DD in shop time: what is said here is true of this day. */
  asOf: string;
  windowDays: number;
  rankedCustomers: number;
  tiers: TierDefinition[];
  /** In effect, and by the rules and their policy alone; null = none. */
  tier: TierDefinition | null;
  automaticTier: TierDefinition | null;
  /** Since when the automatic tier is this one. */
  tierSince: string | null;
  /** Since when, or from when on, the numbers do not keep it; null = never by time alone. */
  belowFrom: string | null;
  group: { key: string; name: string } | null;
  stage: string | null;
  /** 0–100 with four decimals, and the share of ranked customers with a strictly lower value, 0–1. */
  value: number | null;
  valueBeats: number | null;
  /** From the highest tier down: it takes a value above this, null = it does not go by value or takes everybody left. */
  tierStarts: { key: string; aboveValue: number | null }[];
  /** The numbers that keep the automatic tier, and enter the one above. */
  rules: TierRule[];
  scores: ScoreReason[];
  netMinorUnits: number;
  windowNetMinorUnits: number;
  /** What keeps the tier from being the one the numbers enter. */
  heldBy: HeldBy[];
  /** What somebody decided by hand, in force. */
  holds: HeldLine[];
  /** Null = none by time alone. */
  nextChange: (NextChange & { cause: ChangeCause }) | null;
  /** To the next tier; null in the highest. */
  toEnter: OrderDistance | null;
  /** To keep the tier that time takes; null when it does not. */
  toKeep: KeepDistance | null;
}

/** Null before the first calculation, and for a customer of whom no order was scored. */
export async function readWhy(app: App, shop: string, customerId: string): Promise<Why | null> {
  await requireShop(app, shop);
  if (!/^\d{1,18}$/.test(customerId)) return null;
  const id = BigInt(customerId);
  const judging = await readJudging(app.db, shop, await app.now());
  const standing = await readStandingOf(app.db, shop, id);
  if (judging === null || standing === null) return null;
  const program = await readProgramVersion(app.db, shop, judging.programVersion);
  const scored = await scoreCustomers(app.db, judging, [id]);
  const { metrics, scores } = scored;
  const { calibration, day } = judging;
  const labelHolds = (await readHolds(app.db, shop, [id])).filter(
    ({ untilDay }) => untilDay === null || untilDay > day,
  );
  const reason = explainTier(metrics, scores, 0, calibration, judging.program);
  const tierOf = (key: string | null) => program.tiers.find((tier) => tier.key === key) ?? null;
  const automatic = tierOf(standing.autoTier);
  const { nextChangeDay } = standing;
  return {
    customerId,
    asOf: formatCalendarDay(day),
    windowDays: judging.program.windowDays,
    rankedCustomers: calibration.rankedCustomers,
    tiers: program.tiers,
    tier: tierOf(standing.tier),
    automaticTier: automatic,
    tierSince: dateOf(standing.tierSinceDay),
    belowFrom: dateOf(standing.belowFromDay),
    group: program.groups.find(({ key }) => key === standing.group) ?? null,
    stage: standing.stage,
    value: reason === null ? null : reason.valueE4 / 10_000,
    valueBeats: reason?.valueBeats ?? null,
    tierStarts: (reason?.tiers ?? []).map(({ key, aboveE4 }) => ({
      key,
      aboveValue: aboveE4 === null ? null : aboveE4 / 10_000,
    })),
    rules:
      reason === null || automatic === null
        ? []
        : explainRules(metrics, scores, 0, {
            calibration,
            program: judging.program,
            tier: automatic.rank,
          }),
    scores: explainScores(metrics, 0, calibration, judging.program),
    netMinorUnits: metrics.netSpendMinor[0] ?? 0,
    windowNetMinorUnits: metrics.windowSpendMinor[0] ?? 0,
    heldBy: heldByKeys.filter((key) => standing.heldBy.includes(key)),
    holds: describeHolds(program, labelHolds),
    nextChange:
      nextChangeDay === null
        ? null
        : {
            ...describeNextChange(program, { ...standing, nextChangeDay }),
            cause: causeOfChange(judging, scored, labelHolds, { ...standing, nextChangeDay }),
          },
    ...createDistanceReader(
      judging,
      scored,
      program,
      stateOf([standing], judging.program),
      holdsByRow(labelHolds, () => 0),
    )(0),
  };
}

function dateOf(day: number | null): string | null {
  return day === null ? null : formatCalendarDay(day);
}
