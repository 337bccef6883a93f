/**
 * Shapes that several pages show. Amounts are integer minor units of the shop's currency, instants are
 * ISO 8601 strings, ids are Shopify's numeric ids as strings (a bigint does not travel in JSON).
 */
export interface LabelShare {
  key: string;
  name: string;
  /** 0 is the highest tier; groups keep the order of their preset. */
  rank: number;
  customers: number;
  /** Net of counted orders in the window, of the customers with this label. */
  windowNetMinorUnits: number;
}

/** Why a label changed; `import` is everybody's first. */
export type MoveReason = "import" | "order" | "time" | "cut-offs" | "rules" | "by-hand" | "undo";

export interface Move {
  customerId: string;
  family: "tier" | "group";
  /** Label names; null = not ranked before, or no longer. */
  from: string | null;
  to: string | null;
  direction: "up" | "down" | "sideways";
  at: string;
  reason: MoveReason;
  runId: string;
}

export interface WorkProgress {
  kind: "import" | "scoring" | "publication";
  /** Stage inside the kind, a catalog key: import = "preparing" | "reading" | "paused" | "failed"; scoring = "scoring"; publication = "tags" | "metafields" | "segments" | "discounts". */
  stage: string;
  done: number;
  total: number | null;
  startedAt: string;
  /** Rounded range; null while less than 10 s of data exist. */
  secondsLeft: { from: number; to: number } | null;
  /** Set when nothing moved for 60 s. */
  waitingSince: string | null;
}

export interface TierDefinition {
  key: string;
  name: string;
  /** The tier begins at this share of ranked customers strictly worse, in basis points: 8000 = top 20 %; null where tiers do not go by shares. */
  cutBp: number | null;
  /** Whoever is in it stays down to this share, likewise. */
  keepBp: number | null;
  rank: number;
}
