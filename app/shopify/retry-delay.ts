const firstDelayMs = 250;
const longestDelayMs = 15_000;

/**
 * How long to wait before attempt `attempt + 1` (attempts count from 1): doubling from a quarter of a second, at least
 * `leastMs` where Shopify said how long. Up to half is added at random, so that workers stopped by the same cause do
 * not return together.
 */
export function retryDelayMs(attempt: number, leastMs: number, random: number): number {
  const doubledMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(Math.max(leastMs, doubledMs) + (random * doubledMs) / 2);
}
