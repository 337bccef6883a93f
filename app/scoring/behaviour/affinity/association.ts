/** How one item goes with another, counted; the items are keys of products or product types. */
export type Association = {
  item: string;
  /** How often they went together: steps from one visit to the next, or visits. */
  support: number;
  /** Customers with whom they did. */
  customers: number;
  /** Share of the visits with the first item that had the second with it, 0–1. */
  confidence: number;
  /** How much likelier than without knowing of the first item; 1 = not at all. */
  lift: number;
  /** Median days between the two; 0 in one basket. */
  medianDays: number;
};

/** Everything that goes with one item, what matters most first. */
export type ItemAssociations = {
  item: string;
  /** Visits with it that could have had something with them, and the customers who made them. */
  visits: number;
  customers: number;
  with: Association[];
};

/** Below these nothing is said. */
export type AssociationMinimums = {
  /** Customers with the first item. */
  leastCustomers: number;
  /** Customers with both. */
  leastTogether: number;
  /** At most so many per item. */
  mostPerItem: number;
};

/** A share of fewer than twenty people is a coin toss; five of them together are no accident of one household. */
export const defaultMinimums: AssociationMinimums = {
  leastCustomers: 20,
  leastTogether: 5,
  mostPerItem: 20,
};

/** Where the second item is looked for. */
export type Partner = "next-visit" | "same-visit";
