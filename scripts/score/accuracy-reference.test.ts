/**
 * How near the models come to the held-out part of real shops' pasts, against figures worked out before with other
 * implementations (CDNOW: the customers of Fader & Hardie; Online Retail: UCI, CC BY 4.0). AUC and calibration error of "buys
 * within the hold-out" are MBG/NBD's closed form, beside ranks of recency and frequency alone. The measures are written a
 * second time here, plainly. Orders that came to nothing do not count here and do there, hence the last digits. The files lie beside the project and are no part of it; without them the tests are skipped.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Frame, OrderModelKind, PurchaseDays } from "../../app/scoring/index.ts";
import {
  collectPurchaseDays,
  expectedOrders,
  fitOrders,
  netMoney,
  pAlive,
  parseCalendarDate,
  pBuysWithin,
} from "../../app/scoring/index.ts";
import { readHistory } from "./read-history.ts";

const dataFolder = join(import.meta.dirname, "../../../shared/data");
const master = ["cdnow.orders_export.csv.gz", "1997-09-30", "1998-06-30", false] as const;
const sample = ["cdnow.orders_export.csv.gz", "1997-09-30", "1998-06-30", true] as const;
const onlineRetail = [
  "online-retail.orders_export.csv.gz",
  "2011-06-11",
  "2011-12-10",
  false,
] as const;
const dayOf = (date: string): number => parseCalendarDate(date) ?? NaN;

type Days = Pick<PurchaseDays, "customers" | "repeats" | "lastAt" | "observed">;

interface HeldOut {
  days: Days;
  horizonDays: number;
  /** Days bought on in the part held out. */
  actual: number[];
}

const heldOutByFile = new Map<string, Promise<HeldOut>>();

/** Each file is read once. */
function holdOut(
  ...[name, cut, end, sampled]: typeof sample | typeof master | typeof onlineRetail
): Promise<HeldOut> {
  const key = [name, cut, end, sampled].join();
  const known = heldOutByFile.get(key) ?? readHeldOut(name, cut, end, sampled);
  heldOutByFile.set(key, known);
  return known;
}

async function readHeldOut(name: string, cut: string, end: string, sampled: boolean) {
  const { frame, customers } = await readHistory(join(dataFolder, name), undefined, netMoney);
  const [cutDay, endDay] = [dayOf(cut), dayOf(end)];
  const all = collectPurchaseDays(frame, cutDay);
  const wanted = sampled ? sampledCustomers() : null;
  const rows = [...all.customers.keys()].filter(
    (row) => wanted === null || wanted.has(customers[all.customers[row] ?? 0] ?? ""),
  );
  const days = {
    customers: Uint32Array.from(rows, (row) => all.customers[row] ?? 0),
    repeats: Float64Array.from(rows, (row) => all.repeats[row] ?? 0),
    lastAt: Float64Array.from(rows, (row) => all.lastAt[row] ?? 0),
    observed: Float64Array.from(rows, (row) => all.observed[row] ?? 0),
  };
  return {
    days,
    horizonDays: endDay - cutDay,
    actual: Array.from(days.customers, (one) => daysBetween(frame, one, cutDay, endDay)),
  };
}

/** The tenth of CDNOW's customers that the papers use; the sample's first column is their place in the master. */
function sampledCustomers(): Set<string> {
  const lines = readFileSync(join(dataFolder, "CDNOW_sample.txt"), "utf8").trim().split(/\r?\n/);
  return new Set(lines.map((line) => `customer-${line.trim().split(/\s+/)[0] ?? ""}@example.com`));
}

function daysBetween(
  { offsets, orderDay }: Frame,
  customer: number,
  after: number,
  until: number,
): number {
  const own = orderDay.subarray(offsets[customer], offsets[customer + 1]);
  return new Set(own.filter((day) => day > after && day <= until)).size;
}

function historiesOf({ repeats, lastAt, observed }: Days) {
  return Array.from(repeats, (count, row) => ({
    repeats: count,
    lastAt: lastAt[row] ?? 0,
    observed: observed[row] ?? 0,
  }));
}

function meanError({ days, horizonDays, actual }: HeldOut, kind: OrderModelKind): number {
  const { model } = fitOrders(kind, days);
  const misses = historiesOf(days).map((history, row) =>
    Math.abs(expectedOrders(model, history, horizonDays) - (actual[row] ?? 0)),
  );
  return misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
}

/** The chance that somebody who bought scores above somebody who did not, equal scores counting half. */
function areaOf(scores: readonly number[], actual: readonly number[]): number {
  const quiet = scores.filter((_, row) => actual[row] === 0).sort((a, b) => a - b);
  const below = (limit: number, orEqual: boolean): number => {
    let [low, high] = [0, quiet.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const score = quiet[middle] ?? 0;
      if (score < limit || (orEqual && score === limit)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const buyers = scores.filter((_, row) => (actual[row] ?? 0) > 0);
  const wins = buyers.map((score) => (below(score, false) + below(score, true)) / 2);
  return wins.reduce((sum, won) => sum + won, 0) / (buyers.length * quiet.length);
}

/** Customers behind by recency, plus those behind by frequency, equal ones sharing their places. */
function rankSums({ repeats, lastAt, observed }: Days): number[] {
  const meanPlaces = (values: readonly number[]): Map<number, number> => {
    const sorted = values.toSorted((one, two) => one - two);
    const [first, last] = [new Map<number, number>(), new Map<number, number>()];
    for (const [place, value] of sorted.entries()) {
      if (!first.has(value)) first.set(value, place);
      last.set(value, place);
    }
    return new Map(
      [...first].map(([value, place]) => [value, (place + (last.get(value) ?? 0)) / 2]),
    );
  };
  const recency = Array.from(lastAt, (last, row) => last - (observed[row] ?? 0));
  const [byRecency, byFrequency] = [meanPlaces(recency), meanPlaces([...repeats])];
  return recency.map(
    (value, row) => (byRecency.get(value) ?? 0) + (byFrequency.get(repeats[row] ?? 0) ?? 0),
  );
}

/** Ten parts of equal size by chance: how far mean chance and share of buyers are apart. */
function calibrationErrorOf(chances: readonly number[], actual: readonly number[]): number {
  const rows = chances.map((chance, row) => ({ chance, bought: Math.sign(actual[row] ?? 0) }));
  rows.sort((one, two) => one.chance - two.chance);
  let sum = 0;
  for (let part = 0; part < 10; part++) {
    const from = Math.floor((part * rows.length) / 10);
    const group = rows.slice(from, Math.floor(((part + 1) * rows.length) / 10));
    sum += Math.abs(group.reduce((total, { chance, bought }) => total + chance - bought, 0));
  }
  return sum / rows.length;
}

describe.skipIf(!existsSync(dataFolder))(
  "accuracy on held-out orders (skipped without the data folder beside the project)",
  { timeout: 120_000 },
  () => {
    test.each([
      ["bg-nbd", master, 0.8187],
      ["mbg-nbd", master, 0.7945],
      ["pareto-nbd", master, 0.7938],
      ["mbg-nbd", onlineRetail, 1.4975],
    ] as const)("%s on %j misses by %d orders a customer", async (kind, files, known) => {
      const error = meanError(await holdOut(...files), kind);
      expect(Math.abs(error - known)).toBeLessThan(0.005);
    });

    test.each([
      [sample, 0.76, 0.054, 0.782],
      [master, 0.755, 0.062, 0.769],
      [onlineRetail, 0.727, 0.06, 0.724],
    ] as const)(
      "MBG/NBD's chances on %j: AUC %d, calibration error %d, ranks alone %d",
      async (files, area, off, ranked) => {
        const { days, horizonDays, actual } = await holdOut(...files);
        const { model } = fitOrders("mbg-nbd", days);
        const chances = historiesOf(days).map((one) => pBuysWithin(model, one, horizonDays));
        expect(Math.abs(areaOf(chances, actual) - area)).toBeLessThan(0.005);
        expect(Math.abs(calibrationErrorOf(chances, actual) - off)).toBeLessThan(0.005);
        const ranks = rankSums(days);
        expect(Math.abs(areaOf(ranks, actual) - ranked)).toBeLessThan(0.005);
      },
    );

    test("BG/NBD's P(alive) ranks churn worse than chance: every one-time buyer is certain to be alive", async () => {
      const { days, actual } = await holdOut(...sample);
      const { model } = fitOrders("bg-nbd", days);
      const alive = historiesOf(days).map((one) => pAlive(model, one));
      expect(areaOf(alive, actual)).toBeCloseTo(0.316, 2);
    });

    test("34.4 % of Online Retail's customers have one order: quintiles by row order would part equals", async () => {
      const { frame } = await readHistory(join(dataFolder, onlineRetail[0]), undefined, netMoney);
      const counts = Array.from(
        { length: frame.customerCount },
        (_, customer) => Number(frame.offsets[customer + 1]) - Number(frame.offsets[customer]),
      ).filter((count) => count > 0);
      const once = counts.filter((count) => count === 1).length;
      expect(once / counts.length).toBeCloseTo(0.344, 2);
    });
  },
);
