import type { IndustryKey } from "../../industry.ts";
import type { LogNormalBelief } from "./prior.ts";

interface IndustryStart {
  /** Days between the orders of a usual customer who is still buying. */
  gapDays: number;
  /** Share of customers lost after an order. */
  stopShare: number;
}

/**
 * Starting points, not measurements: round numbers in the middle of what is published for online retail (between a quarter
 * and half of customers come back; replenished goods monthly or so, durable ones yearly). The beliefs around them are wide
 * enough for shops of one industry to differ by far more than a factor of ten.
 */
const starts: Record<IndustryKey, IndustryStart> = {
  general: { gapDays: 90, stopShare: 0.35 },
  beauty: { gapDays: 60, stopShare: 0.3 },
  food: { gapDays: 40, stopShare: 0.25 },
  fashion: { gapDays: 100, stopShare: 0.35 },
  home: { gapDays: 200, stopShare: 0.45 },
};

/** Customers of one shop differ by about this much: Gamma(0.8) rates, Beta with a + b = 2 stopping chances. */
const rateShape = 0.8;
const stopWeight = 2;
/**
 * A factor of about fifty either way at two standard deviations. Narrower beliefs help no more on shops like the starting
 * points and mislead the others: on made-up shops of 60 customers and 200 days, the orders of the next year were missed by
 * up to 2.2 times what the plain likelihood missed them by with a spread of 0.8, and by up to 1.4 times with 2.5; on average
 * by nothing less and by 3 % less. Intervals of nine in ten held 93 % either way.
 */
const logSpread = 2;
/** What an order is worth varies less from shop to shop: a factor of about ten either way. */
const spendLogSpread = 1.1;

/**
 * Beliefs about r, α, a, b of MBG/NBD and MBG/CNBD-k with times in units of `unitDays`.
 *
 * Example: general, days: r 0.8, α 72 (0.8 · 90), a 0.7, b 1.3.
 */
export function industryBeliefs(industry: IndustryKey, unitDays: number): LogNormalBelief[] {
  const { gapDays, stopShare } = starts[industry];
  return [
    { median: rateShape, logSpread },
    { median: (rateShape * gapDays) / unitDays, logSpread, isTime: true },
    { median: stopShare * stopWeight, logSpread },
    { median: (1 - stopShare) * stopWeight, logSpread },
  ];
}

/**
 * Beliefs about p, q, v around the shop's own mean spend: orders of one customer vary by about half their mean, customers
 * among each other likewise.
 *
 * Example: mean spend 40 → p 4, q 4, v 30, so that p v/(q − 1) = 40.
 */
export function spendBeliefs(meanSpend: number): LogNormalBelief[] {
  const [p, q] = [4, 4];
  return [
    { median: p, logSpread: spendLogSpread },
    { median: q, logSpread: spendLogSpread },
    { median: (meanSpend * (q - 1)) / p, logSpread: spendLogSpread },
  ];
}
