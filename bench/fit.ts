import { parseArgs } from "node:util";
import { randomBeta, randomGamma, randomLcg } from "d3-random";
import { z } from "zod";
import type { HistoryColumns, OrderModel } from "../app/scoring/index.ts";
import { expectedOrders, fitOrders, forecastMany, pAlive } from "../app/scoring/index.ts";

export const description =
  "MBG/NBD on 1M customers: the fit, then E[Y] and P(alive) of each, beside the formulas customer by customer";

const observedDays = 730;
const horizonDays = 365;
/** What the simulated customers are like, in days. */
const truth = { r: 0.6, alpha: 40, a: 0.8, b: 1.6 };
/** The peer evaluates this many customers, and its time is scaled up. */
const peerCustomers = 50_000;

/** `--customers N` (1000000). One thread; whole days, as a shop's calendar gives them. */
export function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(1000)
    .parse(values.customers ?? "1000000");
  const columns = simulate(customers);

  const bytesBefore = bytesInUse();
  const fit = time(() => fitOrders("mbg-nbd", columns));
  const fitMb = (bytesInUse() - bytesBefore) / 1e6;
  const { model } = fit.result;
  const forecast = time(() => forecastMany(model, columns, horizonDays));
  const peer = time(() => forecastOneByOne(model, columns, Math.min(peerCustomers, customers)));
  const peerMs = peer.ms * Math.max(1, customers / peerCustomers);
  return Promise.resolve({
    customers,
    distinctHistories: fit.result.distinctHistories,
    fitMs: Math.round(fit.ms),
    forecastMs: Math.round(forecast.ms),
    forecastOneByOneMs: Math.round(peerMs),
    ratio: Math.round((forecast.ms / peerMs) * 1000) / 1000,
    inputMb: Math.round((customers * 3 * 8) / 1e6),
    fitMb: Math.round(fitMb),
    model,
    logLikelihood: fit.result.logLikelihood,
  });
}

function bytesInUse(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

function time<T>(work: () => T): { ms: number; result: T } {
  const startedAt = performance.now();
  const result = work();
  return { ms: performance.now() - startedAt, result };
}

/** Customers who came at any day of two years and order until they stop. */
function simulate(customers: number): HistoryColumns {
  const random = randomLcg(2026);
  const rateOf = randomGamma.source(random)(truth.r, 1 / truth.alpha);
  const chanceOf = randomBeta.source(random)(truth.a, truth.b);
  const columns = {
    repeats: new Float64Array(customers),
    lastAt: new Float64Array(customers),
    observed: new Float64Array(customers),
  };
  for (let customer = 0; customer < customers; customer++) {
    const [rate, chance] = [rateOf(), chanceOf()];
    const end = Math.ceil(observedDays * random());
    let [at, repeats, lastDay] = [0, 0, 0];
    while (random() >= chance) {
      at -= Math.log(1 - random()) / rate;
      if (at >= end) break;
      const day = Math.floor(at);
      if (day > lastDay) {
        repeats++;
        lastDay = day;
      }
    }
    columns.repeats[customer] = repeats;
    columns.lastAt[customer] = lastDay;
    columns.observed[customer] = end;
  }
  return columns;
}

function forecastOneByOne(model: OrderModel, columns: HistoryColumns, customers: number): number {
  let sum = 0;
  for (let customer = 0; customer < customers; customer++) {
    const history = {
      repeats: columns.repeats[customer] ?? 0,
      lastAt: columns.lastAt[customer] ?? 0,
      observed: columns.observed[customer] ?? 0,
    };
    sum += pAlive(model, history) + expectedOrders(model, history, horizonDays);
  }
  return sum;
}
