import type { Dice } from "./dice.ts";

/** How a customer buys over the two years. */
export type Behaviour = "once" | "occasional" | "regular" | "lapsing" | "never";

/** Most buy once, some come back, some come regularly, some did and stopped, a few only registered. */
const SHARES: readonly (readonly [Behaviour, number])[] = [
  ["once", 52],
  ["occasional", 23],
  ["regular", 12],
  ["lapsing", 8],
  ["never", 5],
];

/** Small shops get one of each in turn, so that a shop of five shows all of them. */
const IN_TURN: readonly Behaviour[] = ["regular", "once", "occasional", "lapsing", "never"];
const SMALL_SHOP_CUSTOMERS = 20;

const DAY_MS = 86_400_000;
export const HISTORY_DAYS = 730;

/** Orders per month relative to the year's average, January first: gifts before Christmas, quiet summers. */
const MONTH_WEIGHTS = [0.8, 0.85, 0.95, 0.95, 0.95, 0.85, 0.75, 0.8, 0.95, 1.1, 1.6, 1.7] as const;

export function behaviourOf(dice: Dice, index: number, customerCount: number): Behaviour {
  const inTurn = IN_TURN[index % IN_TURN.length];
  return customerCount <= SMALL_SHOP_CUSTOMERS && inTurn !== undefined
    ? inTurn
    : dice.pickWeighted(SHARES);
}

/** The moments at which a customer orders, ascending, all in the two years before `endMs`. */
export function orderMoments(dice: Dice, behaviour: Behaviour, endMs: number): number[] {
  const startMs = endMs - HISTORY_DAYS * DAY_MS;
  switch (behaviour) {
    case "never":
      return [];
    case "once":
      return [seasonalMoment(dice, startMs, endMs)];
    case "occasional": {
      const count = dice.wholeBetween(2, 3);
      return Array.from({ length: count }, () => seasonalMoment(dice, startMs, endMs)).sort(
        (a, b) => a - b,
      );
    }
    case "regular":
      return repeating(
        dice,
        seasonalMoment(dice, startMs, endMs - 120 * DAY_MS),
        endMs,
        dice.between(28, 80),
      );
    case "lapsing": {
      const stopMs = startMs + dice.between(0.35, 0.8) * HISTORY_DAYS * DAY_MS;
      return repeating(
        dice,
        dice.between(startMs, stopMs - 90 * DAY_MS),
        stopMs,
        dice.between(25, 60),
      );
    }
  }
}

function repeating(dice: Dice, firstMs: number, stopMs: number, meanGapDays: number): number[] {
  const moments: number[] = [];
  for (
    let moment = firstMs;
    moment <= stopMs;
    moment += (3 + dice.waiting(meanGapDays - 3)) * DAY_MS
  )
    moments.push(Math.floor(moment));
  return moments;
}

/** A random moment, likelier in busy months; drawn again until it is accepted. */
function seasonalMoment(dice: Dice, fromMs: number, toMs: number): number {
  const busiest = Math.max(...MONTH_WEIGHTS);
  for (;;) {
    const moment = Math.floor(dice.between(fromMs, toMs));
    const weight = MONTH_WEIGHTS[new Date(moment).getUTCMonth()] ?? 1;
    if (dice.chance(weight / busiest)) return moment;
  }
}
