/**
 * Why a customer is in another tier than their numbers enter, or does not have it yet. The first ones are the policy's, the
 * last ones what somebody decided by hand.
 */
export const heldByKeys = [
  /** The numbers keep the tier, though they would not enter it. */
  "keep",
  /** The days below the keep rule are not over. */
  "grace",
  "minimum-stay",
  /** Lowered by one step today; the next one is not before tomorrow. */
  "one-step",
  /** A shop holiday, or this customer's own freeze. */
  "freeze",
  "welcome",
  /** A higher tier is earned and waits for the next evaluation. */
  "upgrade-waits",
  /** A refund's fall waits for the next evaluation. */
  "refund-waits",
  "override",
  "opt-out",
  "undo",
  "part",
] as const;

export type HeldBy = (typeof heldByKeys)[number];

/** The bit of each reason in a `heldBy` column. */
export const heldByBit = Object.fromEntries(
  heldByKeys.map((key, index) => [key, 1 << index]),
) as Record<HeldBy, number>;

/** What a number of a `heldBy` column says. */
export function readHeldBy(bits: number): HeldBy[] {
  return heldByKeys.filter((_, index) => (bits >>> index) & 1);
}

/** The number for a `heldBy` column; words it does not know mean nothing. */
export function writeHeldBy(words: readonly string[]): number {
  return heldByKeys.reduce(
    (bits, key, index) => (words.includes(key) ? bits | (1 << index) : bits),
    0,
  );
}
