import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import { readHolds } from "../../persistence/label-holds.ts";
import {
  readShadowStandings,
  replaceShadowStandings,
  type ShadowFigures,
} from "../../persistence/shadow-programs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  decideTiers,
  emptyPolicyState,
  groupSchemeOf,
  never,
  scoreBase,
  type DecidedTiers,
  type PolicyState,
  type Program,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { holdsByRow } from "../scoring/customer-holds.ts";
import { readBaseFrame } from "../scoring/histories-to-frame.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { readOutlookRules } from "../scoring/outlook-rules.ts";
import { readShadow } from "./shadow-program.ts";

/**
 * Puts everybody where the shadow program would, with its own memory of its own tiers and under the holds there are.
 * Nobody moves by it. Repeating it on one day changes nothing.
 */
export async function evaluateShadow(app: App, shop: string): Promise<void> {
  const now = await app.now();
  await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const record = await findInstalledShop(tx, shop);
    const shadow = await readShadow(tx, shop);
    if (record === null || shadow === null) return;
    const { definition: live } = await readLiveProgram(app, record);
    // What counts is the whole app's: a shadow that counted otherwise would compare two things at once.
    const program = withMoneyOf(shadow.program, live);
    const day = calendarDayOf(now, record.timeZone);
    const { customers, frame } = await readBaseFrame(app.db, tx, record, program);
    const outlook = await readOutlookRules(tx, shop, program);
    const { metrics, scores } = scoreBase(frame, day, program, outlook);
    const state = await readState(app.db, tx, shop, customers, frame.customerCount, program);
    const held = await readHolds(tx, shop, null);
    const holds = holdsByRow(held, (customerId) => customers.findId(customerId));
    const decided = decideTiers({ program, day, cause: "cut-offs", scores, metrics, state, holds });
    const rows = customers.sort(Uint32Array.from({ length: frame.customerCount }, (_, row) => row));
    const figuresAt = createFigures(decided, program);
    await replaceShadowStandings(app.db, tx, shop, customers, rows, figuresAt);
  });
}

function withMoneyOf(program: Program, { money, companyOrders }: Program): Program {
  const { companyOrders: _, ...rest } = program;
  return { ...rest, money, ...(companyOrders !== undefined && { companyOrders }) };
}

async function readState(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  count: number,
  { tiers }: Program,
): Promise<PolicyState> {
  const state = emptyPolicyState(count);
  const places = new Map(tiers.map(({ key }, place) => [key, place]));
  await readShadowStandings(db, tx, shop, customers, (row, stood) => {
    if (row >= count || stood.autoTier === null) return;
    state.autoTier[row] = places.get(stood.autoTier) ?? -1;
    state.sinceDay[row] = stood.tierSinceDay ?? never;
    state.belowFromDay[row] = stood.belowFromDay ?? never;
  });
  return state;
}

function createFigures(decided: DecidedTiers, program: Program): (row: number) => ShadowFigures {
  const { tiers } = program;
  const { groups } = groupSchemeOf(program);
  const dayOrNull = (day = never) => (day === never ? null : day);
  return (row) => ({
    tier: tiers[decided.tier[row] ?? -1]?.key ?? null,
    group: groups[decided.group[row] ?? -1]?.key ?? null,
    autoTier: tiers[decided.autoTier[row] ?? -1]?.key ?? null,
    tierSinceDay: dayOrNull(decided.sinceDay[row]),
    belowFromDay: dayOrNull(decided.belowFromDay[row]),
  });
}
