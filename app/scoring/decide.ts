/** The families that runs decide on; a customer who is not ranked has `null` in both. */
export type RankLabels = { tier: string | null; group: string | null };

export const decidedFamilies = ["tier", "group"] as const;

/** One label of one customer changes. `from: null` = first assignment, `to: null` = no longer ranked. */
export type Decision<CustomerId> = {
  customer: CustomerId;
  family: (typeof decidedFamilies)[number];
  from: string | null;
  to: string | null;
};

/**
 * What has to change for a customer to go from the labels they have to those they are due. Leaving the ranking removes both
 * labels at once; equal labels decide nothing, so deciding twice changes nothing.
 */
export function decide<CustomerId>(
  customer: CustomerId,
  from: RankLabels,
  to: RankLabels,
): Decision<CustomerId>[] {
  return decidedFamilies
    .filter((family) => from[family] !== to[family])
    .map((family) => ({ customer, family, from: from[family], to: to[family] }));
}
