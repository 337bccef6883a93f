import { listDiscounts } from "../../persistence/discounts.ts";
import { tagOf } from "../../persistence/publication-wishes.ts";
import { countDecisions, readProgramChangeRun } from "../../persistence/runs.ts";
import { totalByLabel, totalStandings } from "../../persistence/standings.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { Program } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { directionOf } from "./describe-moves.ts";
import { tierShares } from "./label-shares.ts";
import { nameOfLabel, readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import type { LabelShare, TierDefinition, WorkProgress } from "./page-words.ts";
import { requireShop } from "../require-shop.ts";
import { storedDiscountOf } from "../publishing/discounts/stored-discount.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { readProgress } from "./work-progress.ts";

/** The parts of a program that the page edits; null leaves a part out of it, one that is not there stays as it is. */
export interface ProgramForm {
  windowDays: number;
  /** Basis points, together 10000. */
  weights: { recency: number; frequency: number; monetary: number };
  /** Highest first; the last has cutBp 0. A new tier has key null: its key is made from the name once and never changes. */
  tiers: { key: string | null; name: string; cutBp: number }[];
  /** A preset's key. */
  groups?: string;
  cutPoints?: Record<"recency" | "frequency" | "monetary", { kind: ScoreCuts }> | null;
}

export type ScoreCuts = "quantile" | "natural-breaks";

export interface TiersPage {
  shop: { currencyCode: string; timeZone: string };
  program: Pick<ProgramForm, "windowDays" | "weights"> & {
    version: number;
    tiers: TierDefinition[];
    /** A preset's key; null = groups of the shop's own. */
    groups: string | null;
    /** How scores are cut in all three metrics; null = otherwise. */
    scoreCuts: ScoreCuts | null;
  };
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
  const { groups } = program.definition;
  const totals = await totalStandings(app.db, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    program: {
      version: program.version,
      windowDays: program.definition.windowDays,
      weights: program.definition.weights,
      tiers: program.tiers,
      groups: typeof groups === "string" ? groups : null,
      scoreCuts: scoreCutsOf(program.definition),
    },
    shares:
      totals.rankedCustomers === 0
        ? null
        : tierShares(program, await totalByLabel(app.db, shop, "tier")),
    rankedCustomers: totals.rankedCustomers,
    lastChange: await readLastChange(app, record, program),
    progress: await readProgress(app, record, await readWaiting(app, record)),
    discounts: await titlesByTier(app, shop),
    tags: Object.fromEntries(program.tiers.map(({ key }) => [key, tagOf("tier", key)])),
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

function scoreCutsOf({ cutPoints = {} }: Program): ScoreCuts | null {
  const { recency, frequency, monetary } = cutPoints;
  const kinds = new Set([recency, frequency, monetary].map((rule) => rule?.kind ?? "quantile"));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && kind !== "fixed" ? kind : null;
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
