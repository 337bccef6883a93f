import { expect, test } from "vitest";
import { drawHistories } from "../faults/history.ts";
import { runFaults } from "../faults/run-faults.ts";
import { createTestDatabase } from "../setup/test-database.ts";

/** `npm run -s faults` runs the same at any size. */
test(
  "after lost, repeated and reordered webhooks, broken calls and killed processes, one sweep and one full reconciliation leave no difference",
  { timeout: 240_000 },
  async ({ onTestFinished }) => {
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    const histories = drawHistories(7, 20);
    const report = await runFaults(database.url, { seed: 7, histories, kills: 4 });
    expect(report).toMatchObject({ histories: 20, kills: 4, deadLetters: 0, differences: [] });
    for (const kind of [
      "drops",
      "repeats",
      "reordered",
      "refusedDeliveries",
      "brokenCalls",
      "lost",
    ] as const)
      expect(report[kind], kind).toBeGreaterThan(0);
  },
);
