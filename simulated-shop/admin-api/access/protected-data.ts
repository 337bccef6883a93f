/** How much customer data an app is approved for: none, all but names and contacts, or everything. */
export const PROTECTED_DATA_LEVELS = ["none", "level1", "level2"] as const;
export type ProtectedDataLevel = (typeof PROTECTED_DATA_LEVELS)[number];

export function isProtectedDataLevel(value: string): value is ProtectedDataLevel {
  return PROTECTED_DATA_LEVELS.some((level) => level === value);
}

/** Types that are customer data as a whole: without level 1 they are not there at all. */
export const PROTECTED_TYPES: ReadonlySet<string> = new Set([
  "Customer",
  "CustomerSegmentMember",
  "Order",
  "Refund",
]);
