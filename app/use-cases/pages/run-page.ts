import { countWritesOfRun, type RunWrites } from "../../persistence/refusals.ts";
import {
  listRunMovers,
  countTakenBack,
  listChangedSince,
} from "../../persistence/run-decisions.ts";
import {
  countDecisions,
  readLastOfUndos,
  readRun,
  readSkippedCounts,
  type Run,
  type RunKind,
} from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { publishedFamiliesOf } from "../publishing/published-families.ts";
import { requireShop } from "../require-shop.ts";
import {
  nameOfLabel,
  readLiveProgram,
  readProgramVersion,
  type LiveProgram,
} from "../scoring/live-program.ts";
import { findHoldsToSwap } from "../scoring/swap-holds.ts";
import { readRunDetail } from "../scoring/run-detail.ts";
import { readRefused, type RefusedCustomers } from "./refused-customers.ts";
import { readListCursor, writeListCursor } from "./list-cursor.ts";
import { listProgramChanges, type ProgramChange } from "./program-changes.ts";
import { actorOf, stateOf, type RunRow } from "./runs-page.ts";

export interface MovedLabel {
  from: string | null;
  to: string | null;
}

export interface MoverRow {
  customerId: string;
  windowNetMinorUnits: number;
  tier: MovedLabel | null;
  group: MovedLabel | null;
}

export interface RunPage {
  shop: { currencyCode: string; timeZone: string };
  /** Null while nothing is written, or nobody changed. */
  writes: RunWritesView | null;
  run: Omit<RunRow, "kind"> & {
    reason: string | null;
    part: "all" | "upgrades";
    customersScored: number;
    undoes: string | null;
    undoneBy: string | null;
    /** What an undo left as it was. */
    skipped: number;
    /** The first calculation has nothing before it. */
    isFirst: boolean;
  };
  /** Highest first. */
  tierNames: string[];
  moves: { from: string | null; to: string | null; customers: number }[];
  movers: MoverRow[];
  nextCursor: string | null;
  /** Of a run that made another program live; null for others, and when the former one is not kept. */
  programChanges: ProgramChange[] | null;
}

/** What was done in Shopify about those whom a run changed, in customers. */
export interface RunWritesView extends Pick<RunWrites, "written" | "waiting" | "changedByOthers"> {
  lastWrittenAt: string | null;
  refused: RefusedCustomers;
  /** It is computed what would be written, and nothing is. */
  isDryRun: boolean;
}

const moversShown = 50;
const listedAtMost = 20;

/** One run; null when there is none such, or it is forgotten. */
export async function readRunPage(
  app: App,
  shop: string,
  id: string,
  cursor: string | null,
  reader: string,
): Promise<RunPage | null> {
  const record = await requireShop(app, shop);
  const run = isRunId(id) ? await readRun(app.db, shop, id) : null;
  if (run === null) return null;
  const detail = readRunDetail(run.detail);
  const program = await readProgramVersion(app.db, shop, run.programVersion);
  const live = await readLiveProgram(app, record);
  const undoneBy = run.undoneByRunId;
  const name = namesOfRun(program, live);
  const place = cursor === null ? null : (readListCursor(cursor)?.place ?? null);
  const after =
    place === null ? null : { windowNetMinorUnits: place.sortValue, customerId: place.customerId };
  // Each looks at everybody the run decided on: at once they take about as long as the longest.
  const [writes, skipped, moves, found] = await Promise.all([
    readWrites(app, record, run),
    readSkippedCounts(app.db, shop, undoneBy === null ? [] : [undoneBy]),
    countDecisions(app.db, shop, id, "tier"),
    listRunMovers(app.db, shop, id, after, moversShown + 1),
  ]);
  const waiting = writes?.waiting ?? 0;
  const shown = found.slice(0, moversShown);
  const last = shown.at(-1);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    writes,
    run: {
      id,
      started: run.kind as RunKind,
      act: detail.act ?? null,
      at: run.decidedAt.toISOString(),
      actor: actorOf(run.actor, reader),
      customersChanged: run.customersChanged,
      waiting,
      state: stateOf(undoneBy, skipped, waiting),
      reason: run.reason,
      part: run.part === "upgrades" ? "upgrades" : "all",
      customersScored: run.customersScored,
      undoes: run.undoesRunId,
      undoneBy,
      skipped: detail.skipped ?? 0,
      isFirst: run.kind === "import" && detail.formerLive === undefined,
    },
    tierNames: program.tiers.map((tier) => tier.name),
    moves: moves.map(({ fromKey, toKey, customers }) => ({
      from: name("tier", fromKey),
      to: name("tier", toKey),
      customers,
    })),
    movers: shown.map(({ customerId, windowNetMinorUnits, tier, group }) => ({
      customerId: String(customerId),
      windowNetMinorUnits: Number(windowNetMinorUnits),
      tier: tier && { from: name("tier", tier.from), to: name("tier", tier.to) },
      group: group && { from: name("group", group.from), to: name("group", group.to) },
    })),
    nextCursor:
      found.length > moversShown && last !== undefined
        ? writeListCursor({
            side: "after",
            place: { sortValue: last.windowNetMinorUnits, customerId: last.customerId },
          })
        : null,
    programChanges: await changesOf(app, shop, detail.formerLive, program),
  };
}

async function readWrites(app: App, record: Shop, run: Run): Promise<RunWritesView | null> {
  const { shop } = record;
  const families = publishedFamiliesOf(record);
  if (!(families.tags || families.metafields) || run.customersChanged === 0) return null;
  const [{ lastWrittenAt, ...counts }, refused] = await Promise.all([
    countWritesOfRun(app.db, shop, families, run.id, run.startedAt),
    readRefused(app, shop, run.id),
  ]);
  return {
    ...counts,
    lastWrittenAt: lastWrittenAt?.toISOString() ?? null,
    refused,
    isDryRun: record.dryRun,
  };
}

/** What taking a run back would do now. */
export interface UndoAhead {
  restored: number;
  skipped: number;
  /** The first of those who stay as they are. */
  skippedIds: string[];
  /** Customers whose override, opt-out, freeze or pin ends, and who get an earlier one back. */
  holdsTaken: number;
  holdsRestored: number;
}

const nothingAhead = {
  ...{ restored: 0, skipped: 0, skippedIds: [] },
  ...{ holdsTaken: 0, holdsRestored: 0 },
};

export async function readUndoAhead(app: App, shop: string, id: string): Promise<UndoAhead> {
  const record = await requireShop(app, shop);
  if (!isRunId(id)) return nothingAhead;
  const day = calendarDayOf(await app.now(), record.timeZone);
  const last = await readLastOfUndos(app.db, shop, id);
  const counts = await countTakenBack(app.db, shop, last, day);
  const ids =
    counts.skipped === 0 ? [] : await listChangedSince(app.db, shop, last, day, listedAtMost);
  const run = await readRun(app.db, shop, last);
  const holds = run === null ? {} : await countHolds(app, shop, run);
  return { ...nothingAhead, ...counts, ...holds, skippedIds: ids.map(String) };
}

async function countHolds(app: App, shop: string, run: Run) {
  const { taken, restored } = await findHoldsToSwap(app.db, shop, run, readRunDetail(run.detail));
  const customersOf = (holds: readonly { customerId: bigint }[]) =>
    new Set(holds.map(({ customerId }) => customerId)).size;
  return { holdsTaken: customersOf(taken), holdsRestored: customersOf(restored) };
}

export function isRunId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** A label's name by the run's own program, else by the live one: a tier the run took away is in neither, and has its key. */
export function namesOfRun(program: LiveProgram, live: LiveProgram) {
  return (family: "tier" | "group", key: string | null): string | null => {
    if (key === null) return null;
    const name = nameOfLabel(program, family, key);
    return name === key ? nameOfLabel(live, family, key) : name;
  };
}

async function changesOf(
  app: App,
  shop: string,
  formerLive: { programVersion: number } | undefined,
  program: LiveProgram,
): Promise<ProgramChange[] | null> {
  if (formerLive === undefined || formerLive.programVersion === program.version) return null;
  const former = await readProgramVersion(app.db, shop, formerLive.programVersion);
  return listProgramChanges(former.definition, program.definition);
}
