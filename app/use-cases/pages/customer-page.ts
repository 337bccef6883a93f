import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { readOrderContexts } from "../../persistence/order-contexts.ts";
import { readHistories, type HeldOrder } from "../../persistence/order-histories.ts";
import { readPublication } from "../../persistence/publication-ledger.ts";
import { listDecisions } from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  companyOrdersOf,
  explainScores,
  explainTier,
  formatCalendarDay,
  labelsOf,
  moneyRulesOf,
  scoreAgainst,
  type ScoreReason,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { describeMoves } from "./describe-moves.ts";
import { describeOrder, type OrderLine } from "./describe-order.ts";
import { frameOf } from "../scoring/histories-to-frame.ts";
import { readProgramVersion, readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import { requireShop } from "../require-shop.ts";
import { readStoredCalibration } from "../scoring/stored-calibration.ts";
import type { Move, TierDefinition } from "./page-words.ts";

/** Why a customer has one of the three scores, see `explainScores`. */
export type ScoreLine = ScoreReason;

export interface CustomerPage {
  shop: { currencyCode: string; timeZone: string; domain: string };
  customerId: string;
  ranked: boolean;
  tier: TierDefinition | null;
  tiers: TierDefinition[];
  group: { key: string; name: string } | null;
  stage: string | null;
  /** 0–100 with four decimals, and the share of ranked customers with a strictly lower value, 0–1. */
  value: number | null;
  valueBeats: number | null;
  /** From the highest tier down: it takes a value above this, null = it takes everybody left. */
  tierStarts: { key: string; aboveValue: number | null }[];
  rankedCustomers: number;
  scores: ScoreLine[];
  windowDays: number;
  asOf: string | null;
  netMinorUnits: number;
  windowNetMinorUnits: number;
  orders: OrderLine[];
  moves: Move[];
  /** What we last wrote to Shopify, null when nothing was written. */
  published: { tags: string[]; at: string } | null;
}

const movesShown = 50;

/** One customer, explained by the very functions that scored them, against the stored calibration. */
export async function readCustomerPage(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerPage | { kind: "unknown" }> {
  const record = await requireShop(app, shop);
  if (!/^\d{1,18}$/.test(customerId)) return { kind: "unknown" };
  const id = BigInt(customerId);
  const contexts = await readOrderContexts(app.db, shop, id);
  const head = await readCalibrationHead(app.db, shop);
  const program =
    head === null
      ? await readLiveProgram(app, record)
      : await readProgramVersion(app.db, shop, head.programVersion);
  const orders = await readHistories(app.db, shop, [id], companyOrdersOf(program.definition));
  if (orders.length === 0) return { kind: "unknown" };
  const today = calendarDayOf(await app.now(), record.timeZone);
  const publication = await readPublication(app.db, shop, id);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone, domain: shop },
    customerId,
    ...(await explain(app, record, program, head?.id ?? null, today, orders)),
    tiers: program.tiers,
    windowDays: program.definition.windowDays,
    asOf: head === null ? null : formatCalendarDay(today),
    orders: orders
      .map((order) => describeOrder(order, contexts.get(order.orderId), record, today, program))
      .reverse(),
    moves: describeMoves(
      program,
      await listDecisions(app.db, shop, { customerId: id }, movesShown),
    ),
    published:
      publication === null || publication.confirmedTags.length === 0
        ? null
        : { tags: publication.confirmedTags, at: publication.writtenAt.toISOString() },
  };
}

type Explanation = Pick<
  CustomerPage,
  | "ranked"
  | "tier"
  | "group"
  | "stage"
  | "value"
  | "valueBeats"
  | "tierStarts"
  | "rankedCustomers"
  | "scores"
  | "netMinorUnits"
  | "windowNetMinorUnits"
>;

const notRanked: Explanation = {
  ranked: false,
  tier: null,
  group: null,
  stage: null,
  value: null,
  valueBeats: null,
  tierStarts: [],
  rankedCustomers: 0,
  scores: [],
  netMinorUnits: 0,
  windowNetMinorUnits: 0,
};

async function explain(
  app: App,
  { shop, timeZone }: Shop,
  program: LiveProgram,
  calibrationId: string | null,
  today: number,
  orders: readonly HeldOrder[],
): Promise<Explanation> {
  if (calibrationId === null) return notRanked;
  const calibration = await readStoredCalibration(app.db, shop, calibrationId);
  const { frame } = frameOf(orders, timeZone, moneyRulesOf(program.definition));
  const { metrics, scores } = scoreAgainst(calibration, frame, today, program.definition);
  const labels = labelsOf(scores, 0, program.definition);
  const reason = explainTier(metrics, scores, 0, calibration, program.definition);
  const { rankedCustomers } = calibration;
  if (reason === null) return { ...notRanked, rankedCustomers };
  return {
    ranked: true,
    tier: program.tiers.find((tier) => tier.key === labels.tier) ?? null,
    group: program.groups.find((group) => group.key === labels.group) ?? null,
    stage: labels.stage,
    value: reason.valueE4 / 10_000,
    valueBeats: reason.valueBeats,
    tierStarts: reason.tiers.map(({ key, aboveE4 }) => ({
      key,
      aboveValue: aboveE4 === null ? null : aboveE4 / 10_000,
    })),
    rankedCustomers,
    scores: explainScores(metrics, 0, calibration, program.definition),
    netMinorUnits: metrics.netSpendMinor[0] ?? 0,
    windowNetMinorUnits: metrics.windowSpendMinor[0] ?? 0,
  };
}
