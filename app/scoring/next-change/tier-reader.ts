import type { TierCondition } from "../tiers/tier-conditions.ts";
import type { ExpectedAmounts } from "./expected-amounts.ts";
import type { MovingNumbers } from "./passing-time.ts";

/** The first tier, from the highest, of which all conditions hold. */
export function createTierReader(
  conditions: readonly (readonly TierCondition[])[],
  amounts: ExpectedAmounts,
): (numbers: MovingNumbers) => number {
  const lowest = conditions.length - 1;
  return (numbers) => {
    for (let tier = 0; tier < lowest; tier++)
      if (holdAll(conditions[tier] ?? [], numbers, amounts)) return tier;
    return lowest;
  };
}

function holdAll(
  conditions: readonly TierCondition[],
  numbers: MovingNumbers,
  amounts: ExpectedAmounts,
): boolean {
  for (const condition of conditions) if (!holds(condition, numbers, amounts)) return false;
  return true;
}

/** As `meets`, of numbers that move. */
function holds(
  { metric, bound }: TierCondition,
  numbers: MovingNumbers,
  amounts: ExpectedAmounts,
): boolean {
  switch (metric) {
    case "value":
      return numbers.value >= bound;
    case "recencyDays":
      return numbers.recencyDays <= bound;
    case "spend":
      return numbers.netSpendMinor >= bound;
    case "windowSpend":
      return numbers.windowSpendMinor >= bound;
    case "averageOrder":
      return numbers.netSpendMinor >= bound * numbers.orderCount;
    case "orders":
      return numbers.orderCount >= bound;
    case "windowOrders":
      return numbers.windowOrders >= bound;
    case "expectedSpend":
      return amounts.isExpected(bound);
  }
}
