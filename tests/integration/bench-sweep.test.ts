import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { measureSweep } from "../../bench/sweep/measure-sweep.ts";
import { createTestDatabase, type TestDatabase } from "../setup/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("the benchmark's sweep and full reconciliation see the orders and repair none, for less than fetching them", async () => {
  const progress = vi.spyOn(console, "error").mockImplementation(() => {});
  const figures = z
    .object({
      sweep: z.object({ ordersSeen: z.number(), apiCalls: z.number(), apiPoints: z.number() }),
      fullReconciliation: z.object({ ordersSeen: z.number() }),
      refetchToFullRatio: z.number(),
    })
    .parse(await measureSweep(database.url, 400));
  progress.mockRestore();
  expect(figures.fullReconciliation.ordersSeen).toBe(400);
  expect(figures.sweep.ordersSeen).toBeGreaterThan(0);
  expect(figures.sweep).toMatchObject({ apiCalls: 1 });
  expect(figures.sweep.apiPoints).toBeLessThan(75);
});
