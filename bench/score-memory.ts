import { parseArgs } from "node:util";
import { z } from "zod";
import type { OrderColumns, Scores } from "../app/scoring/index.ts";
import { buildFrame, defaultProgram, scoreBase } from "../app/scoring/index.ts";
import { openPeer, peerQueries, readPeerScores } from "./in-memory/duckdb-peer.ts";
import { asOfDay, makeUpOrders, shuffleOrders } from "./in-memory/made-up-orders.ts";
import { measurePeakBytes } from "./in-memory/peak-memory.ts";
import { percentile, roundTo, timeMs } from "./in-memory/timing.ts";

export const description =
  "R, F, M, value, tier and group of a whole base in memory, on one thread, beside DuckDB on two";

/** Turns that are not measured, of both sides: engines compile and caches fill. */
const warmUps = 2;

const positive = z.coerce.number().int().min(1);

/** `--customers N` (1000000), `--orders N` (5000000), `--runs N` (5). Both do the same work, in turns. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const options = { customers: text, orders: text, runs: text };
  const { values } = parseArgs({ args, options });
  const customers = positive.parse(values.customers ?? "1000000");
  const orderCount = positive.min(customers).parse(values.orders ?? "5000000");
  const runs = positive.parse(values.runs ?? "5");

  const orders = makeUpOrders(customers, orderCount);
  const score = () => scoreBase(buildFrame(customers, orders), asOfDay, defaultProgram);
  const workingBytes = measurePeakBytes(score);
  const peer = await openPeer(orders);
  const ours: number[] = [];
  const theirs = { windowRanks: new Array<number>(), joinedCounts: new Array<number>() };
  for (let turn = -warmUps; turn < runs; turn++) {
    const oursMs = await timeMs(score);
    if (turn >= 0) ours.push(oursMs);
    for (const way of ["windowRanks", "joinedCounts"] as const) {
      const theirsMs = await timeMs(() => peer.run(peerQueries[way]));
      if (turn >= 0) theirs[way].push(theirsMs);
    }
  }
  const differing = countDiffering(score().scores, await readPeerScores(peer));
  peer.closeSync();
  if (differing > 0) throw new Error(`${differing} customers are scored differently by DuckDB`);

  const shuffled = shuffleOrders(orders);
  const msFromUnsorted = await timeMs(() => buildFrame(customers, shuffled));
  const msFromSorted = await timeMs(() => buildFrame(customers, orders));
  const oursMs = percentile(ours, 0.5);
  const duckdbWindowRanksMs = percentile(theirs.windowRanks, 0.5);
  const duckdbJoinedCountsMs = percentile(theirs.joinedCounts, 0.5);
  const inputBytes = sizeOf(orders);
  return {
    customers,
    orders: orderCount,
    runs,
    sameForEverybody: true,
    oursMs: roundTo(oursMs, 1),
    duckdbWindowRanksMs: roundTo(duckdbWindowRanksMs, 1),
    duckdbJoinedCountsMs: roundTo(duckdbJoinedCountsMs, 1),
    ratio: roundTo(oursMs / Math.min(duckdbWindowRanksMs, duckdbJoinedCountsMs), 2),
    frameFromSortedMs: roundTo(msFromSorted, 1),
    frameFromUnsortedMs: roundTo(msFromUnsorted, 1),
    inputMb: roundTo(inputBytes / 1e6, 1),
    inputAndWorkingMb: workingBytes && roundTo((inputBytes + workingBytes) / 1e6, 1),
    memoryRatio: workingBytes && roundTo((inputBytes + workingBytes) / inputBytes, 2),
  };
}

function sizeOf({ customer, day, atMs, netMinor }: OrderColumns): number {
  return customer.byteLength + day.byteLength + atMs.byteLength + netMinor.byteLength;
}

function countDiffering(scores: Scores, theirs: readonly number[][]): number {
  const { recency, frequency, monetary, value, tier, group } = scores;
  const ours = [recency, frequency, monetary, value, tier, group];
  let differing = theirs.length === ours.length ? 0 : value.length;
  for (let customer = 0; customer < value.length; customer++) {
    if (ours.some((column, index) => column[customer] !== theirs[index]?.[customer])) differing++;
  }
  return differing;
}
