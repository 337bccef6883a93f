import { gaussLegendre16 } from "../numeric/gauss-legendre.ts";
import { negativeBinomialTail } from "../numeric/negative-binomial.ts";
import { pAlive } from "./alive.ts";
import type { BetaGeometricModel, OrderHistory, OrderModel, ParetoNbd } from "./order-model.ts";
import { chancesToStop, gapStepsOf } from "./order-model.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/**
 * P(Y(h) = n) for n = 0 … `most`: the orders of a customer within `horizon` after the time observed. For a newcomer (no
 * repeats, nothing observed) it is P(X(t) = n).
 *
 * Beta-geometric models, for a living customer with q_n = (b')_n/(a + b')_n, the chance not to stop at n orders, and N the
 * orders that would come without stopping (Fader, Hardie & Lee 2005, eq. 8):
 *
 *     P(n) = q_n P(N = n) + (q_{n−1} − q_n) P(N ≥ n)
 *
 * Pareto/NBD: the same thought with a moment of stopping instead, over which is integrated.
 *
 * Example: BG/NBD .243, 4.414, .793, 2.426: a newcomer orders nothing within 39 weeks with chance .5738.
 */
export function orderCountChances(
  model: OrderModel,
  history: OrderHistory,
  horizon: number,
  most: number,
): Float64Array {
  const chances = new Float64Array(most + 1);
  const alive = pAlive(model, history);
  if (horizon > 0) {
    if (model.kind === "pareto-nbd") addPareto(chances, model, history, horizon);
    else addBetaGeometric(chances, model, history, horizon);
  } else chances[0] = 1;
  for (let n = 0; n <= most; n++)
    chances[n] = alive * (chances[n] ?? 0) + (n === 0 ? 1 - alive : 0);
  return chances;
}

function addBetaGeometric(
  chances: Float64Array,
  model: BetaGeometricModel,
  history: OrderHistory,
  horizon: number,
): void {
  const k = gapStepsOf(model);
  const growth = horizon / (model.alpha + history.observed);
  const passed = model.b + chancesToStop(model, history.repeats);
  for (const [done, chance] of unfinishedGap(model, history).chances.entries()) {
    const shape = model.r + k * history.repeats + done;
    let kept = 1;
    let atLeast = 1;
    for (let n = 0; n < chances.length; n++) {
      const atLeastNext = negativeBinomialTail(shape, growth, (n + 1) * k - done);
      let stopped = 0;
      if (n > 0) {
        const survival = (passed + (n - 1)) / (model.a + passed + (n - 1));
        stopped = (kept * model.a) / (model.a + passed + (n - 1));
        kept *= survival;
      }
      const exactly = Math.max(0, atLeast - atLeastNext);
      chances[n] = (chances[n] ?? 0) + chance * (kept * exactly + stopped * atLeast);
      atLeast = atLeastNext;
    }
  }
}

function addPareto(
  chances: Float64Array,
  model: ParetoNbd,
  history: OrderHistory,
  horizon: number,
): void {
  const shape = model.r + history.repeats;
  const orderScale = model.alpha + history.observed;
  const lifeScale = model.beta + history.observed;
  const addCounts = (time: number, weight: number) => {
    const growth = time / orderScale;
    const z = growth / (1 + growth);
    let chance = weight * Math.exp(-shape * Math.log1p(growth));
    for (let n = 0; n < chances.length; n++) {
      chances[n] = (chances[n] ?? 0) + chance;
      chance *= ((shape + n) / (n + 1)) * z;
    }
  };
  addCounts(horizon, Math.exp(-model.s * Math.log1p(horizon / lifeScale)));
  // In τ, u = M (e^τ − 1), both powers are smooth.
  const scale = Math.min(orderScale / Math.max(1, shape), lifeScale / Math.max(1, model.s));
  const end = Math.log1p(horizon / scale);
  const panels = Math.max(2, Math.ceil(end / 0.75));
  const half = end / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    for (const [index, node] of gaussLegendre16.nodes.entries()) {
      const tau = half * (2 * panel + 1 + node);
      const time = scale * Math.expm1(tau);
      const density =
        (model.s / lifeScale) * Math.exp(-(model.s + 1) * Math.log1p(time / lifeScale));
      const weight = (gaussLegendre16.weights[index] ?? 0) * half * scale * Math.exp(tau);
      addCounts(time, weight * density);
    }
  }
}
