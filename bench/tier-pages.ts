import { parseArgs } from "node:util";
import { z } from "zod";
import { percentile, roundTo } from "./in-memory/timing.ts";
import { makeShop, type MadeShop } from "./tier-pages/made-shop.ts";
import { pagesOf } from "./tier-pages/pages.ts";
import { openWebStage, type WebStage } from "./web/web-stage.ts";

export const description =
  "the pages about tiers, moves, runs, groups and customers, over HTTP, of a shop that moved daily for a year";

const databaseName = "echelon_bench_tier_pages";
const loads = 5;
const mostMs = 500;

/** `--customers N` (100000), `--only PATTERN` of the pages' names. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: { customers: { type: "string" }, only: { type: "string" } },
  });
  const customers = z.coerce
    .number()
    .int()
    .min(1_000)
    .parse(values.customers ?? "100000");
  const only = new RegExp(values.only ?? "");
  const made: MadeShop[] = [];
  const stage = await openWebStage(databaseName, async (app, databaseUrl, shop) => {
    made.push(await makeShop(app, databaseUrl, shop, customers));
  });
  try {
    const [shop] = made;
    if (shop === undefined) throw new Error("no shop was made");
    const pages: Record<string, { p50Ms: number; maxMs: number }> = {};
    for (const [name, request] of Object.entries(pagesOf(shop)))
      if (only.test(name)) pages[name] = await timeLoads(stage, name, request);
    return {
      customers,
      decisions: shop.decisions,
      loads,
      slowestMs: Math.max(...Object.values(pages).map(({ maxMs }) => maxMs)),
      tooSlow: Object.keys(pages).filter((name) => (pages[name]?.maxMs ?? 0) > mostMs),
      pages,
      webMemoryMb: stage.peakMemoryMb(),
    };
  } finally {
    await stage.close();
  }
}

/** One load before those that count: code is compiled once, and a base is read into memory once. */
async function timeLoads(
  stage: WebStage,
  name: string,
  request: Parameters<WebStage["ask"]>[0],
): Promise<{ p50Ms: number; maxMs: number }> {
  const milliseconds: number[] = [];
  for (let load = 0; load <= loads; load++) {
    const startedAt = performance.now();
    const { status, text } = await stage.ask(request);
    if (load > 0) milliseconds.push(performance.now() - startedAt);
    if (status !== 200 || text.includes('"kind":"refused"'))
      throw new Error(`${name}: HTTP ${String(status)} ${text.slice(0, 500)}`);
  }
  const figures = {
    p50Ms: roundTo(percentile(milliseconds, 0.5), 1),
    maxMs: roundTo(percentile(milliseconds, 1), 1),
  };
  console.error(`${name}: ${String(figures.p50Ms)} ms`);
  return figures;
}
