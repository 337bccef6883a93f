import { parseArgs } from "node:util";
import { z } from "zod";
import type { OutlookRules, Program } from "../app/scoring/index.ts";
import {
  buildFrame,
  decideTiers,
  findNextChanges,
  never,
  parseProgram,
  scoreBase,
} from "../app/scoring/index.ts";
import { asOfDay, makeUpOrders } from "./in-memory/made-up-orders.ts";
import { percentile, roundTo, timeMs } from "./in-memory/timing.ts";

export const description =
  "the policy's decisions and every customer's next change date, of a whole base in memory, on one thread";

const base = { key: "base", name: "Base" };
const programs = {
  default: {},
  policy: {
    tiers: [
      { key: "core", name: "Core", cutBp: 8000, keepBp: 7000 },
      { key: "growth", name: "Growth", cutBp: 5000, keepBp: 4000 },
      { ...base, cutBp: 0 },
    ],
    policy: { upgrade: "at-evaluation", graceDays: 30, minimumStayDays: 60, oneStepDown: true },
    evaluation: "weekly",
  },
  expectedSpend: {
    currency: "GBP",
    tiersBy: { kind: "thresholds" },
    tiers: [
      {
        key: "core",
        name: "Core",
        when: { expectedSpendAtLeast: "120" },
        keepWhen: { expectedSpendAtLeast: "80" },
      },
      base,
    ],
  },
};

/** Customers who buy in rhythm: the harder case, because what is to be expected of them first rises. */
const orders = { kind: "mbg-cnbd-k", k: 2, r: 0.9, alpha: 120, a: 0.6, b: 2 } as const;
const outlook: OutlookRules = {
  kind: "fitted",
  models: {
    orders: { "mbg-cnbd-k": { model: orders }, "mbg-nbd": { model: orders } },
    spend: {
      "gamma-gamma-all": { model: { p: 2.5, q: 3, v: 5000 } },
      "gamma-gamma-repeats": null,
    },
  },
  chosen: { purchases: "mbg-cnbd-k", chances: "mbg-cnbd-k", spend: "gamma-gamma-all" },
  backTest: { kind: "not-enough-history" },
};

const positive = z.coerce.number().int().min(1);

/** `--customers N` (1000000), `--orders N` (five each), `--runs N` (3): medians. Expected spend on a tenth of the customers. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { customers: text, orders: text, runs: text } });
  const customers = positive.parse(values.customers ?? "1000000");
  const orderCount = positive.min(customers).parse(values.orders ?? String(5 * customers));
  const runs = positive.parse(values.runs ?? "3");
  const tenth = Math.ceil(customers / 10);
  return {
    customers,
    orders: orderCount,
    runs,
    default: await measure(programs.default, customers, orderCount, runs),
    policy: await measure(programs.policy, customers, orderCount, runs),
    expectedSpend: await measure(programs.expectedSpend, tenth, Math.ceil(orderCount / 10), runs),
  };
}

async function measure(input: object, customers: number, orderCount: number, runs: number) {
  const program = read(input);
  const frame = buildFrame(customers, makeUpOrders(customers, orderCount));
  const { calibration, scores, metrics } = scoreBase(frame, asOfDay, program, outlook);
  const decide = () =>
    decideTiers({ program, day: asOfDay, cause: "cut-offs", scores, metrics, state: null });
  const decided = decide();
  const question = { frame, day: asOfDay, calibration, program, decided, outlook };
  const decideMs: number[] = [];
  const nextChangeMs: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    decideMs.push(await timeMs(decide));
    nextChangeMs.push(await timeMs(() => findNextChanges(question)));
  }
  return {
    customers,
    customersThatWillChange: findNextChanges(question).day.filter((day) => day !== never).length,
    decideMs: roundTo(percentile(decideMs, 0.5), 1),
    nextChangeMs: roundTo(percentile(nextChangeMs, 0.5), 1),
  };
}

function read(input: object): Program {
  const parsed = parseProgram(input);
  if (parsed.kind === "program") return parsed.program;
  throw new Error(JSON.stringify(parsed.problems));
}
