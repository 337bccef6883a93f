import { z } from "zod";
import {
  listHoursOfOrders,
  listRuns,
  listRunsOfHour,
  type HourOfOrders,
  type RunChoice,
} from "../../persistence/run-list.ts";
import { countWaitingByRun } from "../../persistence/publication-wishes.ts";
import { readSkippedCounts, runKinds, type RunKind } from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { flowActor } from "../flow/actions/flow-actor.ts";
import { publishedFamiliesOf } from "../publishing/published-families.ts";
import { requireShop } from "../require-shop.ts";
import { readRunDetail } from "../scoring/run-detail.ts";
import { readRunCursor, writeRunCursor } from "./run-cursor.ts";

type HoldKind = "override" | "opt-out" | "pin" | "freeze";

/** Who started a run: the reader, another staff member by the end of their number, a workflow of Flow's, or nobody. */
export type Actor =
  { kind: "you" } | { kind: "staff"; ending: string } | { kind: "flow" } | { kind: "itself" };

export type RunState = "applied" | "writing" | "undone" | "partly-undone";

export interface RunRow {
  kind: "run";
  id: string;
  started: RunKind;
  /** What a run by hand did. */
  act: { kind: HoldKind; isRelease: boolean } | null;
  /** Business time of its decisions. */
  at: string;
  actor: Actor;
  customersChanged: number;
  /** Of them, whom Shopify does not show yet as they are. */
  waiting: number;
  state: RunState;
}

export interface HourRow {
  kind: "hour";
  from: string;
  until: string;
  runs: number;
  customersChanged: number;
}

/** Kinds of runs as the list is narrowed by them; redos are found with undos. */
export type RunFilter = "all" | Exclude<RunKind, "redo">;

/** Who started a run, as the list is narrowed by it. */
export type RunStarter = "all" | "you" | "staff" | "flow" | "itself";

/** Whether a run was taken back, as the list is narrowed by it. */
export type RunStanding = "all" | "in-force" | "undone" | "partly-undone";

export interface RunsQuery {
  filter: RunFilter;
  who: RunStarter;
  state: RunStanding;
  /** ISO instant: only the runs of orders in this hour. */
  hour: string | null;
  cursor: string | null;
}

export interface RunsPage {
  shop: { currencyCode: string; timeZone: string };
  query: RunsQuery;
  /** False: nothing is written to Shopify at all. */
  isPublishing: boolean;
  rows: (RunRow | HourRow)[];
  nextCursor: string | null;
}

const pageSize = 50;
const hourMs = 3_600_000;

/** The runs of a shop, newest first; those of orders are folded into hours, unless one hour is asked for. */
export async function readRunsPage(
  app: App,
  shop: string,
  query: RunsQuery,
  reader: string,
): Promise<RunsPage> {
  const record = await requireShop(app, shop);
  const before = query.cursor === null ? null : readRunCursor(query.cursor);
  const hour = query.hour === null ? null : (z.iso.datetime().safeParse(query.hour).data ?? null);
  const entries =
    hour === null
      ? await listEntries(app, record, query, reader, before)
      : await listRunsOfHour(app.db, shop, new Date(hour), before, pageSize + 1);
  const shown = entries.slice(0, pageSize);
  const last = shown.at(-1);
  const families = publishedFamiliesOf(record);
  const isPublishing = families.tags || families.metafields;
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    query: { ...query, hour },
    isPublishing,
    rows: await describeRuns(app, record, shown, reader),
    nextCursor: entries.length > pageSize && last !== undefined ? writeRunCursor(last) : null,
  };
}

type Entry = Awaited<ReturnType<typeof listRuns>>[number] | HourOfOrders;

async function listEntries(
  app: App,
  { shop, timeZone }: Shop,
  { filter, who, state }: RunsQuery,
  reader: string,
  before: { decidedAt: Date; id: string } | null,
): Promise<Entry[]> {
  const most = pageSize + 1;
  const ofOrders = (filter === "order" || filter === "all") && (who === "all" || who === "itself");
  // Those that were taken back are few, and each is meant.
  const isFolded = state === "all" || state === "in-force";
  const kinds = kindsOf(filter).filter((kind) => kind !== "order" || (ofOrders && !isFolded));
  const choice: RunChoice = {
    kinds,
    ...(who !== "all" && { actor: actorWanted(who, reader) }),
    ...(state !== "all" && { state }),
  };
  const runs = kinds.length === 0 ? [] : await listRuns(app.db, shop, choice, before, most);
  const hours =
    ofOrders && isFolded ? await listHoursOfOrders(app.db, shop, timeZone, before, most) : [];
  return [...runs, ...hours].sort(
    (a, b) => b.decidedAt.getTime() - a.decidedAt.getTime() || (a.id < b.id ? 1 : -1),
  );
}

function kindsOf(filter: RunFilter): RunKind[] {
  if (filter === "all") return [...runKinds];
  return filter === "undo" ? ["undo", "redo"] : [filter];
}

function actorWanted(
  who: Exclude<RunStarter, "all">,
  reader: string,
): string | { isNot: readonly string[] } | null {
  switch (who) {
    case "you":
      return reader;
    case "staff":
      return { isNot: [reader, flowActor] };
    case "flow":
      return flowActor;
    case "itself":
      return null;
  }
}

async function describeRuns(
  app: App,
  record: Shop,
  entries: readonly Entry[],
  reader: string,
): Promise<RunsPage["rows"]> {
  const runs = entries.filter((entry): entry is Exclude<Entry, HourOfOrders> => !("hour" in entry));
  const moved = runs.filter(({ customersChanged }) => customersChanged > 0);
  const ids = moved.map(({ id }) => id);
  const waiting = await countWaitingByRun(app.db, record.shop, publishedFamiliesOf(record), ids);
  const undoneBy = runs.flatMap(({ undoneByRunId }) =>
    undoneByRunId === null ? [] : [undoneByRunId],
  );
  const skipped = await readSkippedCounts(app.db, record.shop, undoneBy);
  return entries.map((entry) => {
    if ("hour" in entry) {
      const { hour, runs: count, customersChanged } = entry;
      const until = new Date(hour.getTime() + hourMs);
      return {
        ...{ kind: "hour", from: hour.toISOString(), until: until.toISOString() },
        ...{ runs: count, customersChanged },
      } as const;
    }
    const left = waiting.get(entry.id) ?? 0;
    return {
      kind: "run",
      id: entry.id,
      started: entry.kind as RunKind,
      act: readRunDetail(entry.detail).act ?? null,
      at: entry.decidedAt.toISOString(),
      actor: actorOf(entry.actor, reader),
      customersChanged: entry.customersChanged,
      waiting: left,
      state: stateOf(entry.undoneByRunId, skipped, left),
    };
  });
}

export function stateOf(
  undoneByRunId: string | null,
  skipped: ReadonlyMap<string, number>,
  waiting: number,
): RunState {
  if (undoneByRunId !== null)
    return (skipped.get(undoneByRunId) ?? 0) > 0 ? "partly-undone" : "undone";
  return waiting > 0 ? "writing" : "applied";
}

/** Staff are numbers here, never names. */
export function actorOf(actor: string | null, reader: string): Actor {
  if (actor === null) return { kind: "itself" };
  if (actor === flowActor) return { kind: "flow" };
  return actor === reader ? { kind: "you" } : { kind: "staff", ending: actor.slice(-4) };
}
