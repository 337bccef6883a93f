/** Customers of about the same predicted chance, and what became of them. */
export interface CalibrationBin {
  customers: number;
  /** Mean of their chances. */
  predicted: number;
  /** The share to whom it happened. */
  actual: number;
}

const bins = 10;

/**
 * Does it happen to 30 of 100 who were given a chance of 30 %? Customers by chance, in ten parts of equal size.
 *
 * Example: with twenty customers the first bin has the two lowest chances.
 */
export function calibrationBins(
  chances: ArrayLike<number>,
  happened: ArrayLike<number>,
): CalibrationBin[] {
  const order = Uint32Array.from({ length: chances.length }, (_, row) => row);
  order.sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0) || a - b);
  return Array.from({ length: bins }, (_, bin) => {
    const rows = order.subarray(
      Math.floor((bin * order.length) / bins),
      Math.floor(((bin + 1) * order.length) / bins),
    );
    let [sum, count] = [0, 0];
    for (const row of rows) {
      sum += chances[row] ?? 0;
      if ((happened[row] ?? 0) > 0) count++;
    }
    return { customers: rows.length, predicted: sum / rows.length, actual: count / rows.length };
  }).filter(({ customers }) => customers > 0);
}

/**
 * Expected calibration error: how far the bins' chances are from what happened, by customers.
 *
 *     Σ customers · |predicted − actual| / Σ customers
 *
 * Example: half of the customers at .3 of whom .4 bought, half at .8 of whom .8 did → .05.
 */
export function calibrationError(parts: readonly CalibrationBin[]): number {
  let [sum, customers] = [0, 0];
  for (const part of parts) {
    sum += part.customers * Math.abs(part.predicted - part.actual);
    customers += part.customers;
  }
  return customers === 0 ? 0 : sum / customers;
}
