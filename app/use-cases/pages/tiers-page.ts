import { listDiscounts } from "../../persistence/discounts.ts";
import { tagOf } from "../../persistence/label-tags.ts";
import { countDecisions, readProgramChangeRun } from "../../persistence/runs.ts";
import { totalByLabel, totalStandings } from "../../persistence/standings.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { Program } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { directionOf } from "./describe-moves.ts";
import { describeTierRule, type TierRule } from "./describe-tier.ts";
import { tierShares } from "./label-shares.ts";
import { nameOfLabel, readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import type { LabelShare, TierDefinition, WorkProgress } from "./page-words.ts";
import { requireShop } from "../require-shop.ts";
import { storedDiscountOf } from "../publishing/discounts/stored-discount.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { readProgress } from "./work-progress.ts";

type Policy = NonNullable<Program["policy"]>;

export interface TiersPage {
  shop: { currencyCode: string; timeZone: string };
  program: Pick<Program, "windowDays" | "weights"> & { version: number; tiers: TierDefinition[] };
  /** By the tier's key: what it takes, and what the shop promises, in lines. */
  rules: Record<string, TierRule>;
  benefits: Record<string, string>;
  staying: { policy: Policy | null; evaluation: "daily" | "weekly" | "monthly" };
  shares: LabelShare[] | null;
  rankedCustomers: number;
  /** The last run started by saving the program: what moved. */
  lastChange: {
    version: number;
    at: string;
    finished: boolean;
    up: number;
    down: number;
    sideways: number;
    moves: { from: string | null; to: string | null; customers: number }[];
  } | null;
  progress: WorkProgress | null;
  /** The titles of discounts that have not ended, by the tier's key. */
  discounts: Record<string, string[]>;
  /** The tag that customers of a tier carry in Shopify, by the tier's key. */
  tags: Record<string, string>;
}

export async function readTiersPage(app: App, shop: string): Promise<TiersPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const { definition } = program;
  const totals = await totalStandings(app.db, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    program: {
      version: program.version,
      windowDays: definition.windowDays,
      weights: definition.weights,
      tiers: program.tiers,
    },
    rules: Object.fromEntries(
      definition.tiers.map(({ key }, place) => [
        key,
        describeTierRule(definition, place, record.currencyCode),
      ]),
    ),
    benefits: Object.fromEntries(
      definition.tiers.flatMap(({ key, benefits }) => (benefits ? [[key, benefits]] : [])),
    ),
    staying: {
      policy: definition.policy ?? null,
      evaluation: definition.evaluation ?? "daily",
    },
    shares:
      totals.rankedCustomers === 0
        ? null
        : tierShares(program, await totalByLabel(app.db, shop, "tier")),
    rankedCustomers: totals.rankedCustomers,
    lastChange: await readLastChange(app, record, program),
    progress: await readProgress(app, record, await readWaiting(app, record)),
    discounts: await titlesByTier(app, shop),
    tags: Object.fromEntries(
      program.tiers.map(({ key }) => [key, tagOf(record.tagPrefix, "tier", key)]),
    ),
  };
}

async function titlesByTier(app: App, shop: string): Promise<Record<string, string[]>> {
  const titles: Record<string, string[]> = {};
  for (const row of await listDiscounts(app.db, shop)) {
    const { family, labelKey, state, terms } = storedDiscountOf(row);
    if (family === "tier" && state !== "ended") (titles[labelKey] ??= []).push(terms.title);
  }
  return titles;
}

/** What the live program moved when it was saved; null for the program a shop begins with. */
async function readLastChange(
  app: App,
  record: Shop,
  program: LiveProgram,
): Promise<TiersPage["lastChange"]> {
  if (program.version === 1) return null;
  const run = await readProgramChangeRun(app.db, record.shop, program.version);
  const change = { version: program.version, up: 0, down: 0, sideways: 0 };
  if (run === null) return { ...change, at: new Date().toISOString(), finished: false, moves: [] };
  const decisions = await countDecisions(app.db, record.shop, run.id, "tier");
  for (const { fromKey, toKey, customers } of decisions) {
    change[directionOf(program, "tier", fromKey, toKey)] += customers;
  }
  const moves = decisions.map(({ fromKey, toKey, customers }) => ({
    from: fromKey === null ? null : nameOfLabel(program, "tier", fromKey),
    to: toKey === null ? null : nameOfLabel(program, "tier", toKey),
    customers,
  }));
  return { ...change, at: run.finishedAt.toISOString(), finished: true, moves };
}
