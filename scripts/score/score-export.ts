import type { BaseSize, ScoredBase } from "../../app/scoring/index.ts";
import {
  findCurrencyProblems,
  fitOutlook,
  formatCalendarDay,
  formatShownValue,
  isRanked,
  judgeBaseSize,
  labelsOf,
  moneyRulesOf,
  scoreBase,
  shownValueE4,
} from "../../app/scoring/index.ts";
import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";
import { formatMoney } from "../../order-export/parse-money.ts";
import type { ExportHistory } from "./read-history.ts";
import { readHistory } from "./read-history.ts";
import type { ScoreOptions } from "./read-options.ts";
import { refuseProgram } from "./read-options.ts";
import { describeFit } from "./fit-report.ts";
import { formatCsv } from "./format-csv.ts";
import type { ModelCells } from "./model-columns.ts";
import { createModelCells, modelHeader } from "./model-columns.ts";
import { writeFileWhole } from "./write-file-whole.ts";

const header = [
  "customer",
  "orders",
  "counted_orders",
  "net_spend",
  "window_orders",
  "window_spend",
  "last_order_at",
  "recency_days",
  "r",
  "f",
  "m",
  "value",
  "tier",
  "group",
];

/** What was scored. */
export type ScoredExport = {
  customers: number;
  asOf: string;
  currency: string;
  timeZone: string;
  baseSize: BaseSize;
};

/** Reads the export, scores it as of the date asked for, and writes one line per ranked customer. */
export async function scoreExport(options: ScoreOptions): Promise<ScoredExport> {
  const history = await readHistory(
    options.orders,
    options.timeZone,
    moneyRulesOf(options.program),
  );
  const problems = findCurrencyProblems(options.program, history.currency);
  if (problems.length > 0) throw refuseProgram(options.programFile, problems);
  const asOfDay = options.asOfDay ?? history.lastDay;
  const base = scoreBase(history.frame, asOfDay, options.program);
  const models = await foreseeExport(options, history, asOfDay);
  const lines = linesOf(history, base, asOfDay, options, models.cells);
  const columns = models.cells === null ? header : [...header, "stage", ...modelHeader];
  await writeFileWhole("--out", options.out, formatCsv([columns, ...lines]));
  if (options.fitReport !== null)
    await writeFileWhole("--fit-report", options.fitReport, models.report);
  return {
    customers: lines.length,
    asOf: formatCalendarDay(asOfDay),
    currency: history.currency,
    timeZone: history.timeZone,
    baseSize: judgeBaseSize(base.calibration, options.program),
  };
}

/** The models' columns and the report on them, as far as they are asked for. */
async function foreseeExport(
  { orders, program, models, fitReport }: ScoreOptions,
  history: ExportHistory,
  asOfDay: number,
): Promise<{ cells: ModelCells | null; report: string }> {
  if (!models && fitReport === null) return { cells: null, report: "" };
  const industry = program.startingPoint?.industry ?? "general";
  const outlookBase = fitOutlook(history.frame, asOfDay, { industry });
  const minorDigits = findCurrencyMinorDigits(history.currency) ?? 2;
  const report = fitReport === null ? {} : describeFit(outlookBase, history.frame, asOfDay);
  return {
    cells: models
      ? await createModelCells(orders, history, {
          outlookBase,
          asOfDay,
          minorDigits,
          rules: moneyRulesOf(program),
        })
      : null,
    report: `${JSON.stringify(report, null, 2)}\n`,
  };
}

/** By customer in code-unit order, which no language's rules change. */
function linesOf(
  history: ExportHistory,
  { metrics, calibration, scores }: ScoredBase,
  asOfDay: number,
  options: ScoreOptions,
  modelCells: ModelCells | null,
): string[][] {
  const minorDigits = findCurrencyMinorDigits(history.currency) ?? 2;
  const orderCounts = countOrders(history, asOfDay);
  const ranked = history.customers
    .map((email, customer) => ({ email, customer }))
    .filter(({ customer }) => isRanked(metrics, customer))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  return ranked.map(({ email, customer }) => {
    const { tier, group, stage } = labelsOf(scores, customer, options.program);
    return [
      email,
      String(orderCounts[customer]),
      String(metrics.orderCount[customer]),
      formatMoney(metrics.netSpendMinor[customer] ?? 0, minorDigits),
      String(metrics.windowOrders[customer]),
      formatMoney(metrics.windowSpendMinor[customer] ?? 0, minorDigits),
      formatInstant(metrics.lastOrderAtMs[customer] ?? 0),
      String(metrics.recencyDays[customer]),
      String(scores.recency[customer]),
      String(scores.frequency[customer]),
      String(scores.monetary[customer]),
      formatShownValue(shownValueE4(scores.value[customer] ?? 0, calibration.rankedCustomers)),
      tier ?? "",
      group ?? "",
      ...(modelCells === null ? [] : [stage ?? "", ...modelCells(customer)]),
    ];
  });
}

/** Orders of each customer dated up to the as-of date, whether they count or not. */
function countOrders({ customers, placedOrders }: ExportHistory, asOfDay: number): Uint32Array {
  const counts = new Uint32Array(customers.length);
  for (const { customer, day } of placedOrders) {
    if (day <= asOfDay) counts[customer] = (counts[customer] ?? 0) + 1;
  }
  return counts;
}

/** ISO 8601 in UTC; exports have whole seconds. */
function formatInstant(atMs: number): string {
  return new Date(atMs).toISOString().replace(".000Z", "Z");
}
