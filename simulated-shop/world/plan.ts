/**
 * Shopify plans and their leaky bucket (SHOPIFY-FACTS §3.1). Only Standard was seen in real traffic; the larger
 * buckets keep its ratio of twenty seconds of restoring.
 */
export const PLANS = {
  standard: { publicDisplayName: "Basic", bucketPoints: 2_000, restorePointsPerSecond: 100 },
  advanced: { publicDisplayName: "Advanced", bucketPoints: 4_000, restorePointsPerSecond: 200 },
  plus: { publicDisplayName: "Shopify Plus", bucketPoints: 20_000, restorePointsPerSecond: 1_000 },
} as const;

export type PlanName = keyof typeof PLANS;

export function isPlanName(value: string): value is PlanName {
  return Object.hasOwn(PLANS, value);
}
