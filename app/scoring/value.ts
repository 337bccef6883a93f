/** Weights of recency, frequency and monetary in basis points; together 10000. */
export type Weights = { recency: number; frequency: number; monetary: number };

/** How many ranked customers are strictly worse in each metric. */
export type LessCounts = { recency: number; frequency: number; monetary: number };

/** The same as columns over customers. */
export type LessCountColumns = {
  recency: Uint32Array;
  frequency: Uint32Array;
  monetary: Uint32Array;
};

/**
 * A customer's value, by which tiers are cut: a whole number, so that ties are exact.
 *
 *     value = Σ weightBp · less   over recency, frequency, monetary        0 … 10000 · n
 *
 * It stays below 2^53 for up to 900,000,000,000 customers.
 *
 * Example: weights 2000/3000/5000 and 50, 80 and 90 customers worse → 100000 + 240000 + 450000 = 790000.
 */
export function valueOf(less: LessCounts, weights: Weights): number {
  return (
    weights.recency * less.recency +
    weights.frequency * less.frequency +
    weights.monetary * less.monetary
  );
}

/** `valueOf` for every customer. */
export function valueColumn(
  { recency, frequency, monetary }: LessCountColumns,
  weights: Weights,
): Float64Array {
  const value = new Float64Array(recency.length);
  for (let customer = 0; customer < value.length; customer++) {
    value[customer] =
      weights.recency * (recency[customer] ?? 0) +
      weights.frequency * (frequency[customer] ?? 0) +
      weights.monetary * (monetary[customer] ?? 0);
  }
  return value;
}

/**
 * The value as shown, 0–100, in ten-thousandths: round(10000 · 100 · value / (10000 · n)), halves up, in whole numbers.
 * An empty base counts as one customer.
 *
 * Example: 790000 among 100 customers → 790000, that is 79.0000.
 */
export function shownValueE4(value: number, customerCount: number): number {
  const base = Math.max(1, customerCount);
  const doubled = 2 * 100 * value + base;
  return (doubled - (doubled % (2 * base))) / (2 * base);
}

/** 790000 → `79.0000`. */
export function formatShownValue(valueE4: number): string {
  const digits = String(valueE4).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The greatest number that every value is a multiple of: that of the weights. Example: 2000, 3000, 5000 → 1000. */
export function valueUnitOf({ recency, frequency, monetary }: Weights): number {
  return Math.max(1, greatestDivisor(greatestDivisor(recency, frequency), monetary));
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
