import { parseArgs } from "node:util";
import { z } from "zod";
import type { Frame } from "../app/scoring/index.ts";
import {
  buildFrame,
  decodeCalibration,
  defaultProgram,
  encodeCalibration,
  FrameBuilder,
  labelsOf,
  scoreAgainst,
  scoreBase,
} from "../app/scoring/index.ts";
import { asOfDay, makeUpOrders } from "./in-memory/made-up-orders.ts";
import { percentile, roundTo } from "./in-memory/timing.ts";

export const description =
  "one customer after an order: orders to scores and labels against the stored calibration, engine time";

const positive = z.coerce.number().int().min(1);
/** Retiers before the clock starts: the first ones find everything cold. They are reported by themselves. */
const warmUps = 200;

/** `--customers N` (1000000), `--orders N` (5000000) of the base; `--retiers N` (10000) customers one by one. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const options = { customers: text, orders: text, retiers: text };
  const { values } = parseArgs({ args, options });
  const customers = positive.parse(values.customers ?? "1000000");
  const orderCount = positive.min(customers).parse(values.orders ?? "5000000");
  const retiers = positive.parse(values.retiers ?? "10000");

  const frame = buildFrame(customers, makeUpOrders(customers, orderCount));
  const base = scoreBase(frame, asOfDay, defaultProgram);
  // As a worker has it: read back from where it is stored.
  const stored: unknown = JSON.parse(JSON.stringify(encodeCalibration(base.calibration)));
  const calibration = decodeCalibration(stored);
  const milliseconds: number[] = [];
  let moved = 0;
  for (let turn = 0; turn < warmUps + retiers; turn++) {
    const customer = (turn * 7919) % customers;
    const startedAt = performance.now();
    const one = withNewOrder(frame, customer);
    const { scores } = scoreAgainst(calibration, one, asOfDay, defaultProgram);
    const { tier } = labelsOf(scores, 0, defaultProgram);
    milliseconds.push(performance.now() - startedAt);
    if (tier !== labelsOf(base.scores, customer, defaultProgram).tier) moved++;
  }
  const measured = milliseconds.slice(warmUps);
  return Promise.resolve({
    customers,
    orders: orderCount,
    retiers,
    customersMoved: moved,
    p50Ms: roundTo(percentile(measured, 0.5), 4),
    p99Ms: roundTo(percentile(measured, 0.99), 4),
    maxMs: roundTo(percentile(measured, 1), 4),
    firstMs: roundTo(milliseconds[0] ?? 0, 4),
    limitMs: 1,
  });
}

/** The customer's orders as the app reads them, one by one, and another one of today. */
function withNewOrder(frame: Frame, customer: number): Frame {
  const builder = new FrameBuilder();
  const end = frame.offsets[customer + 1] ?? 0;
  for (let order = frame.offsets[customer] ?? 0; order < end; order++)
    builder.add(
      0,
      frame.orderDay[order] ?? 0,
      frame.orderAtMs[order] ?? 0,
      frame.orderNetMinor[order] ?? 1,
    );
  builder.add(0, asOfDay, (asOfDay + 0.5) * 86_400_000, 5000);
  return builder.build(1);
}
