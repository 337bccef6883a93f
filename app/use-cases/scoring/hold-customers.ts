import {
  saveHolds,
  deleteHolds,
  readHolds,
  type HoldKind,
  type LabelHold,
} from "../../persistence/label-holds.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { Transaction } from "../../persistence/database.ts";
import { whichHaveStandings } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { publishAgain } from "../publishing/publish-again.ts";
import { decideManyCustomers, type OnPart } from "./decide-many-customers.ts";
import { beginRun, recordRun } from "./run-facts.ts";
import { readJudging, type Judging } from "./scored-customers.ts";

/** What a merchant may do to a customer's labels. `untilDay`: first day without it, shop time; null = until released. */
export type HandHold =
  | { kind: "override"; tier: string; untilDay: number | null }
  | { kind: "opt-out"; untilDay: number | null }
  | { kind: "freeze"; untilDay: number | null };

export type HandKind = HandHold["kind"] | "pin";

export interface HoldRequest {
  customerIds: readonly bigint[];
  hold: HandHold;
  reason: string | null;
  /** The number of the staff member. */
  actor: string | null;
}

export interface ReleaseRequest {
  customerIds: readonly bigint[];
  kinds: readonly HandKind[];
  reason: string | null;
  actor: string | null;
}

export type HoldResult =
  | { kind: "done"; runId: string; customers: number; customersChanged: number }
  /** Nobody of them is known, or none of them is held so. */
  | { kind: "nobody" }
  | { kind: "refused"; problem: "no-such-tier" | "day-is-over" | "not-scored-yet" };

/**
 * Holds customers' labels as a merchant wants them, from now on, as one run by hand. Customers who are not known are left
 * out; whoever is held in the same way already is held in the new one.
 */
export async function holdCustomers(
  app: App,
  shop: string,
  request: HoldRequest,
): Promise<HoldResult> {
  return app.db.$transaction((tx) => holdCustomersIn(tx, app, shop, request));
}

/** The same in a transaction of the caller's, who is told how far it is. */
export async function holdCustomersIn(
  tx: Transaction,
  app: App,
  shop: string,
  { customerIds, hold, reason, actor }: HoldRequest,
  onPart?: OnPart,
): Promise<HoldResult> {
  return actByHand({ tx, app, shop, onPart }, async (judging) => {
    const { tiers } = judging.program;
    if (hold.kind === "override" && !tiers.some(({ key }) => key === hold.tier))
      return { kind: "refused", problem: "no-such-tier" };
    if (hold.untilDay !== null && hold.untilDay <= judging.day)
      return { kind: "refused", problem: "day-is-over" };
    const known = await whichHaveStandings(tx, shop, customerIds);
    return {
      kind: "act",
      customerIds: known,
      act: { kind: hold.kind, isRelease: false },
      formerHolds: (await readHolds(tx, shop, known)).filter(({ kind }) => kind === hold.kind),
      by: { reason, actor },
      change: (runId) =>
        saveHolds(
          tx,
          shop,
          known.map((customerId): LabelHold => ({
            ...{ customerId, kind: hold.kind, families: [], groupKey: null, reason, runId },
            tierKey: hold.kind === "override" ? hold.tier : null,
            untilDay: hold.untilDay,
            setBy: actor,
            setAt: judging.now,
          })),
        ),
    };
  });
}

/** Lets go of customers: their labels are again what the rules make of them, at once. */
export async function releaseCustomers(
  app: App,
  shop: string,
  request: ReleaseRequest,
): Promise<HoldResult> {
  return app.db.$transaction((tx) => releaseCustomersIn(tx, app, shop, request));
}

/** The same in a transaction of the caller's, who is told how far it is. */
export async function releaseCustomersIn(
  tx: Transaction,
  app: App,
  shop: string,
  { customerIds, kinds, reason, actor }: ReleaseRequest,
  onPart?: OnPart,
): Promise<HoldResult> {
  return actByHand({ tx, app, shop, onPart }, async () => {
    const holds = await readHolds(tx, shop, customerIds);
    const formerHolds = holds.filter(({ kind }) => kinds.some((each) => each === kind));
    const held = [...new Set(formerHolds.map(({ customerId }) => customerId))];
    return {
      kind: "act",
      customerIds: held,
      act: { kind: formerHolds[0]?.kind ?? "override", isRelease: true },
      formerHolds,
      by: { reason, actor },
      change: async () => {
        for (const kind of kinds) await deleteHolds(tx, shop, kind, held);
      },
    };
  });
}

interface Acting {
  tx: Transaction;
  app: App;
  shop: string;
  onPart: OnPart | undefined;
}

interface Act {
  kind: "act";
  customerIds: readonly bigint[];
  act: { kind: HoldKind; isRelease: boolean };
  formerHolds: LabelHold[];
  by: { reason: string | null; actor: string | null };
  change: (runId: string) => Promise<void>;
}

/** One run by hand: changes holds, then decides on the customers under them. */
async function actByHand(
  { tx, app, shop, onPart }: Acting,
  prepare: (judging: Judging) => Promise<Act | Extract<HoldResult, { kind: "refused" }>>,
): Promise<HoldResult> {
  const startedAt = new Date();
  const now = await app.now();
  await lockScoringOf(tx, shop);
  const judging = await readJudging(tx, shop, now);
  if (judging === null) return { kind: "refused", problem: "not-scored-yet" };
  const prepared = await prepare(judging);
  if (prepared.kind === "refused") return prepared;
  const { customerIds, act, formerHolds, by, change } = prepared;
  if (customerIds.length === 0) return { kind: "nobody" };
  const facts = await beginRun(tx, "manual", judging, startedAt);
  const leftRunId = act.isRelease ? null : facts.id;
  const run = {
    ...facts,
    ...by,
    detail: {
      act,
      formerHolds: formerHolds.map((hold) => ({ ...hold, leftRunId })),
      customerIds: [...customerIds],
    },
  };
  await change(run.id);
  const count = await decideManyCustomers(tx, judging, customerIds, "by-hand", run, onPart);
  await recordRun(tx, shop, run, count);
  await publishAgain(app, tx, shop, customerIds);
  const { customersChanged } = count;
  return { kind: "done", runId: run.id, customers: customerIds.length, customersChanged };
}
