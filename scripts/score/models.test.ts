import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "score-models-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header =
  "customer,orders,counted_orders,net_spend,window_orders,window_spend,last_order_at,recency_days,r,f,m,value,tier,group";
const modelHeader =
  "stage,traits,p_buy_90d,p_buy_180d,expected_orders_365d,expected_spend_365d,next_order_at,model";
const exportHeader =
  "Name,Email,Currency,Total,Created at,Cancelled at,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price";

const aNumber: unknown = expect.any(Number);
const aText: unknown = expect.any(String);
const aList: unknown = expect.any(Array);

interface ExportLine {
  email: string;
  day: number;
  total: string;
}

function writeExport(name: string, currency: string, orders: readonly ExportLine[]): string {
  const lines = orders.map(({ email, day, total }, index) => {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const cells = [`#${index + 1}`, email, currency, total, `${date} 12:00:00 +0000`, "", "0"];
    return [...cells, "1", "Mug", total].join(",");
  });
  const path = join(folder, name);
  writeFileSync(path, [exportHeader, ...lines, ""].join("\n"));
  return path;
}

/** Forty customers, some back after a while of their own. */
function ordersOfShop(total: (index: number) => string): ExportLine[] {
  const orders = Array.from({ length: 40 }, (_, customer) =>
    Array.from({ length: 1 + (customer % 4) }, (__, index) => ({
      email: `c${customer}@x.test`,
      day: ((customer * 7) % 200) + index * (20 + (customer % 30)),
      total: total(customer + index),
    })),
  );
  return orders.flat().sort((one, two) => one.day - two.day);
}

function scoreModels(path: string, ...args: string[]) {
  const [out, report] = [join(folder, "scores.csv"), join(folder, "report.json")];
  const files = ["--orders", path, "--out", out, "--models", "--fit-report", report];
  execFileSync(process.execPath, [join(import.meta.dirname, "main.ts"), ...files, ...args], {
    stdio: "pipe",
  });
  const [head = "", ...lines] = readFileSync(out, "utf8").trimEnd().split("\n");
  const reported: unknown = JSON.parse(readFileSync(report, "utf8"));
  return { head, rows: lines.map((line) => line.split(",")), reported };
}

describe("score --models --fit-report", () => {
  const path = writeExport(
    "shop.csv",
    "EUR",
    ordersOfShop((index) => `${10 + (index % 9)}.50`),
  );
  const { head, rows, reported } = scoreModels(path, "--as-of", "2024-12-31");

  test("adds the columns of the models after the others", () => {
    expect(head).toBe(`${header},${modelHeader}`);
    expect(rows.length).toBe(40);
    for (const cells of rows) {
      expect(cells.length).toBe(22);
      const [stage = "", traits = "", in90, in180, orders, spend = "", next = "", model] =
        cells.slice(14);
      expect(stage).toMatch(/^(new|growing|mature|declining|lost)$/);
      expect(traits).toMatch(/^([a-z-]+(\|[a-z-]+)*)?$/);
      expect(Number(in90)).toBeGreaterThanOrEqual(0);
      expect(Number(in180)).toBeGreaterThanOrEqual(Number(in90));
      expect(Number(in180)).toBeLessThanOrEqual(1);
      expect(Number(orders)).toBeGreaterThanOrEqual(Number(in180));
      expect(spend).toMatch(/^\d+\.\d\d$/);
      expect(next).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
      expect(model).toMatch(/^mbg-(nbd|cnbd-k)$/);
    }
  });

  test("reports parameters, likelihoods, k, what was chosen and how right it would have been", () => {
    expect(reported).toMatchObject({
      asOf: "2024-12-31",
      kind: "fitted",
      customers: 40,
      leansOnIndustry: true,
      chosen: { purchases: aText, chances: rows[0]?.at(-1) },
      backTest: { kind: "tested", purchases: { scores: aList } },
      greatestLikelihood: [
        { model: "bg-nbd", logLikelihood: aNumber },
        { model: "mbg-nbd", parameters: { r: aNumber, alpha: aNumber } },
        { model: "mbg-cnbd-k", parameters: { k: aNumber } },
        { model: "pareto-nbd", parameters: { s: aNumber, beta: aNumber } },
        { model: "gamma-gamma-repeats", parameters: { p: aNumber } },
        { model: "gamma-gamma-all" },
      ],
    });
  });

  test("writes amounts with the currency's decimals", () => {
    const yen = writeExport(
      "yen.csv",
      "JPY",
      ordersOfShop((index) => String(1000 + (index % 9) * 50)),
    );
    for (const cells of scoreModels(yen).rows) expect(cells[19]).toMatch(/^\d+$/);
  });

  test("leaves the cells of the models empty, but not the stage, where there is too little history", () => {
    const few = writeExport("few.csv", "EUR", [
      { email: "ann@x.test", day: 0, total: "10.00" },
      { email: "bob@x.test", day: 90, total: "12.00" },
    ]);
    const short = scoreModels(few);
    expect(short.rows.map((cells) => cells.slice(16))).toEqual(
      Array.from({ length: 2 }, () => ["", "", "", "", "", ""]),
    );
    expect(short.rows.every(([, , , , , , , , , , , , , , stage]) => stage !== "")).toBe(true);
    expect(short.reported).toEqual({
      asOf: "2024-03-31",
      kind: "not-enough-history",
      missing: { customers: 28, returningCustomers: 5 },
    });
  });
});
