import { expect, test } from "vitest";
import { run as nextChange } from "./next-change.ts";
import { run as retierOne } from "./retier-one.ts";
import { run as scoreMemory } from "./score-memory.ts";

test("score-memory compares the same scores for everybody, and reports both sides", async () => {
  const figures = await scoreMemory(["--customers", "300", "--orders", "1500", "--runs", "1"]);
  expect(figures).toMatchObject({ customers: 300, orders: 1500, sameForEverybody: true });
  expect(figures).toHaveProperty("ratio");
});

test("retier-one moves customers by their new order", async () => {
  const figures = await retierOne(["--customers", "300", "--orders", "900", "--retiers", "200"]);
  expect(figures["customersMoved"]).toBeGreaterThan(0);
});

test("next-change finds a day for those whose labels will be others, with and without a policy", async () => {
  const figures = await nextChange(["--customers", "300", "--runs", "1"]);
  for (const program of ["default", "policy", "expectedSpend"]) {
    expect(figures).toHaveProperty([program, "nextChangeMs"]);
    expect(figures).not.toHaveProperty([program, "customersThatWillChange"], 0);
  }
});
