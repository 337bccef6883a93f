/** Which label each customer has: `names[labelOf[customer]]`; anything beyond the names is none (not ranked). */
export type Labelling = { labelOf: ArrayLike<number>; names: readonly string[] };

/** The orders a profile is made of: from `fromDay` to `asOfDay`, both included. */
export type Period = { fromDay: number; asOfDay: number };
