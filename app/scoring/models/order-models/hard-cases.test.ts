/**
 * Parameters from 1e-6 to 1e6, x up to 100,000, times and horizons from next to nothing to huge, against values worked out
 * with 60 to 400 digits in mpmath 1.3 from the papers' own expressions (₂F₁ for BG/NBD and MBG/NBD, kept only where two
 * precisions agreed; the integrals for Pareto/NBD; the sum over counts for MBG/CNBD-k). The table is in testing/.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pAlive } from "./alive.ts";
import { pBuysWithin } from "./buys-within.ts";
import { expectedOrders } from "./expected-orders.ts";
import type { OrderModel } from "./order-model.ts";

const table = readFileSync(join(import.meta.dirname, "../testing/hard-cases.csv"), "utf8");
const cases = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));

function modelOf(cells: readonly string[]): OrderModel {
  const [kind = "", ...numbers] = cells;
  const [r = 1, alpha = 1, third = 1, fourth = 1, k = 1] = numbers.map(Number);
  if (kind === "pareto-nbd") return { kind, r, alpha, s: third, beta: fourth };
  if (kind === "mbg-cnbd-k") return { kind, k, r, alpha, a: third, b: fourth };
  return { kind: kind === "bg-nbd" ? kind : "mbg-nbd", r, alpha, a: third, b: fourth };
}

/** A double below this has lost digits before anything is computed. */
const smallestExact = 1e-300;

test.each(["bg-nbd", "mbg-nbd", "mbg-cnbd-k", "pareto-nbd"])(
  "%s stays within 1e-11 of the exact values",
  (kind) => {
    const own = cases.filter(([name]) => name === kind);
    expect(own.length).toBeGreaterThan(40);
    for (const cells of own) {
      const [repeats = 0, lastAt = 0, observed = 0, horizon = 0, ...exact] = cells
        .slice(6)
        .map(Number);
      const model = modelOf(cells);
      const history = { repeats, lastAt, observed };
      const ours = [
        expectedOrders(model, history, horizon),
        pAlive(model, history),
        pBuysWithin(model, history, horizon),
      ];
      for (const [index, value] of ours.entries()) {
        const wanted = exact[index] ?? NaN;
        const allowed = wanted < smallestExact ? smallestExact : 1e-11 * wanted;
        expect(Math.abs(value - wanted), cells.join(",")).toBeLessThanOrEqual(allowed);
      }
    }
  },
);
