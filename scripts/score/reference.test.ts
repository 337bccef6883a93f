/**
 * The command on real exports, compared with the definitions worked out a second time here: plainly, with none of our
 * code. The files lie beside the project and are no part of it; without them the tests are skipped.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";

const dataFolder = join(import.meta.dirname, "../../../shared/data");
const folder = mkdtempSync(join(tmpdir(), "score-reference-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!existsSync(dataFolder))(
  "score on real exports (skipped without the data folder beside the project)",
  () => {
    test.each([
      ["online-retail.orders_export.csv.gz", "2011-12-10"],
      ["online-retail.orders_export.csv.gz", "2011-03-31"],
      ["cdnow.orders_export.csv.gz", "1998-06-30"],
      ["cdnow.orders_export.csv.gz", "1997-09-30"],
    ])(
      "%s as of %s equals the plain computation, line by line",
      { timeout: 120_000 },
      (name, asOf) => {
        const path = join(dataFolder, name);
        const out = join(folder, "scores.csv");
        execFileSync(
          process.execPath,
          [join(import.meta.dirname, "main.ts"), "--orders", path, "--as-of", asOf, "--out", out],
          { stdio: "pipe" },
        );
        const lines = readFileSync(out, "utf8").trimEnd().split("\n").slice(1);
        const expected = scorePlainly(gunzipSync(readFileSync(path)).toString(), asOf);
        expect(lines.length).toBe(expected.length);
        expect(lines.filter((line, index) => line !== expected[index]).slice(0, 3)).toEqual([]);
        expect(lines.length).toBeGreaterThan(1000);
      },
    );
  },
);

type Order = { email: string; net: number; at: string; day: number };

/** UTC, two decimals, a year, 20/30/50, 20/30/50 %, five types: the definitions, as plainly as can be. */
function scorePlainly(csv: string, asOf: string): string[] {
  const asOfDay = Date.parse(asOf) / 86_400_000;
  const [head = [], ...records] = splitRecords(csv);
  const at = (record: string[], column: string): string => record[head.indexOf(column)] ?? "";
  const customers = new Map<string, { orders: number; counted: Order[] }>();
  for (const record of records) {
    const email = at(record, "Email");
    const written = at(record, "Created at");
    const day = Date.parse(written.slice(0, 10)) / 86_400_000;
    if (at(record, "Total") === "" || email === "" || day > asOfDay) continue;
    const customer = customers.get(email) ?? { orders: 0, counted: [] };
    customers.set(email, customer);
    customer.orders += 1;
    const net =
      Math.round(Number(at(record, "Total")) * 100) -
      Math.round(Number(at(record, "Refunded Amount")) * 100);
    if (net > 0 && at(record, "Cancelled at") === "")
      customer.counted.push({
        email,
        net,
        day,
        at: `${written.slice(0, 10)}T${written.slice(11, 19)}Z`,
      });
  }
  const sum = (orders: Order[]): number => orders.reduce((total, { net }) => total + net, 0);
  const ranked = [...customers]
    .filter(([, { counted }]) => counted.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = ranked.map(([email, { orders, counted }]) => {
    const inWindow = counted.filter(({ day }) => asOfDay - day < 365);
    const last =
      counted
        .map((order) => order.at)
        .sort()
        .at(-1) ?? "";
    const recency = asOfDay - Math.max(...counted.map(({ day }) => day));
    return {
      email,
      orders,
      counted,
      last,
      recency,
      frequency: inWindow.length,
      monetary: sum(inWindow),
      spend: sum(counted),
    };
  });
  const n = rows.length;
  const moreRecentThan = counter(rows.map(({ recency }) => -recency));
  const oftenerThan = counter(rows.map(({ frequency }) => frequency));
  const dearerThan = counter(rows.map(({ monetary }) => monetary));
  const scored = rows.map((row) => {
    const less = [
      moreRecentThan(-row.recency),
      oftenerThan(row.frequency),
      dearerThan(row.monetary),
    ] as const;
    return { ...row, less, value: 2000 * less[0] + 3000 * less[1] + 5000 * less[2] };
  });
  const betterThan = counter(scored.map(({ value }) => value));
  return scored.map(
    ({ email, orders, counted, last, recency, frequency, monetary, spend, less, value }) => {
      const [r = 0, f = 0, m = 0] = less.map((count) =>
        Math.min(5, 1 + Math.floor((5 * count) / n)),
      );
      const share = betterThan(value) / n;
      const tier = share >= 0.8 ? "core" : share >= 0.5 ? "growth" : "base";
      const fm = Math.round((f + m) / 2);
      const older = fm >= 3 ? "at-risk" : "dormant";
      const group =
        counted.length === 1 && r >= 4
          ? "new"
          : r <= 2
            ? older
            : fm >= 4
              ? "high-value"
              : "potential";
      const shown = Math.floor((100 * value) / n + 0.5) / 10_000;
      const money = (minor: number): string => (minor / 100).toFixed(2);
      return [
        email,
        orders,
        counted.length,
        money(spend),
        frequency,
        money(monetary),
        last,
        recency,
        r,
        f,
        m,
        shown.toFixed(4),
        tier,
        group,
      ].join(",");
    },
  );
}

/** How many of the values are below one of them: its first place in their order. */
function counter(values: number[]): (value: number) => number {
  const firstPlaces = new Map<number, number>();
  for (const [place, value] of [...values].sort((a, b) => a - b).entries())
    if (!firstPlaces.has(value)) firstPlaces.set(value, place);
  return (value) => firstPlaces.get(value) ?? NaN;
}

/** These files have no line break inside quotes. */
function splitRecords(csv: string): string[][] {
  const lines = csv.trimEnd().split("\n");
  return lines.map((line) => {
    if (!line.includes('"')) return line.split(",");
    return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = ""]) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    );
  });
}
