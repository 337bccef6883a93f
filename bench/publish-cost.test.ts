import { expect, test } from "vitest";
import { z } from "zod";
import { estimateWrites } from "../app/use-cases/publishing/plan/estimate-writes.ts";
import { run } from "./publish-cost.ts";

const row = z.strictObject({
  customers: z.number(),
  lines: z.number(),
  apiPoints: z.number(),
  simulatedSeconds: z.number(),
  naiveSimulatedSeconds: z.number(),
  ratio: z.number(),
});
const figures = z.object({
  leastBucketShareLeft: z.number(),
  runs: z.array(z.object({ linesPerSecond: z.number(), sizes: z.array(row) })),
});

async function publish(linesPerSecond: number, ...customers: number[]) {
  const args = ["--lines-per-second", String(linesPerSecond), "--customers", customers.join()];
  return figures.parse(await run(args));
}

test("100,000 customers take under ten minutes where three calls each take over eight hours, and leave half the bucket", async () => {
  const { runs, leastBucketShareLeft } = await publish(100, 100_000);
  const [size] = runs[0]?.sizes ?? [];
  expect(size?.simulatedSeconds).toBeLessThan(600);
  expect(size?.naiveSimulatedSeconds).toBeGreaterThan(8 * 3_600);
  expect(leastBucketShareLeft).toBeGreaterThanOrEqual(0.5);
});

test.each([20, 50])(
  "at %i lines a second the estimate a page shows is what it takes, within a quarter",
  async (linesPerSecond) => {
    const budget = { availablePoints: 2_000, maximumPoints: 2_000, restorePointsPerSecond: 100 };
    const { runs } = await publish(linesPerSecond, 1_000, 20_000);
    for (const { customers, simulatedSeconds } of runs[0]?.sizes ?? []) {
      const ready = { "add-tags": customers, "remove-tags": 0, "set-metafields": customers };
      const outstanding = {
        ready: { ...ready, "delete-metafields": 0 },
        removalsLater: customers,
      };
      const { seconds } = estimateWrites(outstanding, [], { budget, linesPerSecond });
      expect(seconds / simulatedSeconds).toBeGreaterThan(0.75);
      expect(seconds / simulatedSeconds).toBeLessThan(1.25);
    }
  },
);
