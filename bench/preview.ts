import { parseArgs } from "node:util";
import { z } from "zod";
import { percentile, roundTo } from "./in-memory/timing.ts";
import { openPreviewStage } from "./preview/preview-stage.ts";

export const description =
  "a preview of changed rules over a whole base, over HTTP at the app's route, as a slider is dragged";

const questions = 60;
/** Not counted among the others: the first reads the base, the next let the engine warm up. */
const warmUps = 5;
const shown = z.object({
  kind: z.literal("preview"),
  preview: z.object({ rankedCustomers: z.number(), customersChanged: z.number() }),
});

/** `--customers N` (100000), five orders each on average. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(100)
    .parse(values.customers ?? "100000");
  const stage = await openPreviewStage(customers);
  try {
    const firstMs = await time(0);
    for (let turn = 1; turn <= warmUps; turn++) await time(turn);
    const milliseconds: number[] = [];
    for (let turn = 1; turn <= questions; turn++) milliseconds.push(await time(turn));
    return {
      customers,
      questions,
      firstMs: Math.round(firstMs),
      serverP50Ms: roundTo(percentile(milliseconds, 0.5), 1),
      serverP95Ms: roundTo(percentile(milliseconds, 0.95), 1),
      slowestWebhookMs: roundTo(await slowestBeside(), 1),
      peakMemoryMb: stage.peakMemoryMb(),
    };
  } finally {
    await stage.close();
  }

  async function time(turn: number): Promise<number> {
    const startedAt = performance.now();
    const answer = await stage.preview(formAt(turn));
    const milliseconds = performance.now() - startedAt;
    const { preview } = shown.parse(JSON.parse(answer));
    if (turn > 0 && preview.customersChanged === 0) throw new Error("nobody would move");
    return milliseconds;
  }

  /** What the web process answers at once, while it previews without a pause. */
  async function slowestBeside(): Promise<number> {
    const state = { isDone: false };
    const previews = (async () => {
      for (let turn = 1; turn <= 10; turn++) await stage.preview(formAt(turn));
      state.isDone = true;
    })();
    let slowest = 0;
    while (!state.isDone) slowest = Math.max(slowest, await stage.timeRefusedWebhookMs());
    await previews;
    return slowest;
  }
}

/** Sizes, weights and window all move a little with every turn. */
function formAt(turn: number): object {
  return {
    windowDays: 365 - turn,
    weights: { recency: 2000 + turn * 10, frequency: 3000 - turn * 10, monetary: 5000 },
    tiers: [
      { key: "core", name: "Core", cutBp: 8000 + turn * 20 },
      { key: "growth", name: "Growth", cutBp: 5000 + turn * 20 },
      { key: "base", name: "Base", cutBp: 0 },
    ],
  };
}
