import { never } from "../calendar-day.ts";
import type { SpendForecast } from "../outlook/spend-forecast.ts";
import type { TierConditions } from "../tiers/tier-conditions.ts";

/** Which of the amounts that a program names are to be expected of one customer, while time passes. */
export type ExpectedAmounts = {
  begin: (customer: number, day: number) => void;
  goTo: (day: number) => void;
  isExpected: (boundMinor: number) => boolean;
  /** The next day on which another answer is right. */
  nextDay: () => number;
};

/** Without a forecast nothing is expected. The day of a crossing is looked for once, when it is asked for. */
export function createExpectedAmounts(
  { enter, keep }: TierConditions,
  forecast: SpendForecast | null,
): ExpectedAmounts {
  const bounds = [
    ...new Set(
      [...enter, ...keep]
        .flat()
        .flatMap(({ metric, bound }) => (metric === "expectedSpend" ? [bound] : [])),
    ),
  ];
  if (forecast === null || bounds.length === 0)
    return { begin: ignore, goTo: ignore, isExpected: () => false, nextDay: () => never };
  const isAbove = bounds.map(() => false);
  const crossing = bounds.map(() => unknown);
  let customer = 0;
  let today = 0;
  return {
    begin(who, day) {
      customer = who;
      today = day;
      const amount = forecast.at(who, day);
      for (const [index, bound] of bounds.entries()) {
        isAbove[index] = amount >= bound;
        crossing[index] = unknown;
      }
    },
    goTo(day) {
      for (const index of bounds.keys()) {
        if (crossingOf(index) > day) continue;
        // Whoever goes past a crossing without stopping there is on the side that the day itself says.
        isAbove[index] = forecast.at(customer, day) >= (bounds[index] ?? 0);
        crossing[index] = unknown;
      }
      today = day;
    },
    isExpected: (bound) => isAbove[bounds.indexOf(bound)] ?? false,
    nextDay: () => bounds.reduce((next, _, index) => Math.min(next, crossingOf(index)), never),
  };

  function crossingOf(index: number): number {
    if (crossing[index] === unknown)
      crossing[index] = forecast?.firstDayAcross(customer, today, bounds[index] ?? 0) ?? never;
    return crossing[index] ?? never;
  }
}

const unknown = -1;

function ignore(): void {
  // No amounts, nothing to follow.
}
