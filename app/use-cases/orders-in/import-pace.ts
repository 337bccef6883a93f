/** Work done and the time it took, older work weighing less: together they say the pace of about the last minute. */
export interface Pace {
  orders: number;
  seconds: number;
}

const memorySeconds = 60;

/**
 * The pace after some more work: what was known loses weight by e^(−seconds / 60), the new counts in full.
 *
 * Example: 600 orders in 60 s, then 300 in the next 60 s → 600·e⁻¹ + 300 = 521 orders in 60·e⁻¹ + 60 = 82 s.
 */
export function paceAfter(former: Pace, orders: number, seconds: number): Pace {
  const weight = Math.exp(-seconds / memorySeconds);
  return {
    orders: former.orders * weight + orders,
    seconds: former.seconds * weight + seconds,
  };
}
