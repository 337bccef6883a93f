import type { HeldBy } from "../../scoring/index.ts";
import type { LabelInUse } from "../scoring/labels-in-use.ts";
import type { LabelShare } from "../pages/page-words.ts";

/** What a program would do to a base if it were saved now: plain JSON. Amounts are minor units of the shop's currency. */
export interface Preview {
  /** The version that was live, and the day it was asked on: YYYY-MM-DD. */
  basedOn: number;
  asOf: string;
  rankedCustomers: number;
  /** Whose tier or group, or both, would be another one. */
  customersChanged: number;
  tiers: FamilyPreview & { up: number; down: number };
  groups: FamilyPreview;
  /** The tier movers who spent most, the first of them first. */
  biggestMovers: Mover[];
  /** Customers whose tier is not the one they enter by the rules, by what holds it. One may be held by several. */
  held: { by: HeldBy; customers: number }[];
  topTier: { before: TopTier; after: TopTier };
  writes: PlannedWrites;
  /** What stands against saving: labels that would be given up and are in use. */
  uses: LabelInUse[];
}

export interface FamilyPreview {
  /** Everybody, those who stay included; null = not ranked. */
  moves: LabelMove[];
  /** Whose label would be another one. */
  changed: number;
  /** Labels of both programs, highest first. */
  labels: { key: string; name: string; kind: "kept" | "new" | "given-up" }[];
  before: LabelShare[];
  after: LabelShare[];
}

export interface LabelMove {
  from: string | null;
  to: string | null;
  customers: number;
  /** Net of the window that the program asks for. */
  windowNetMinorUnits: number;
  direction: "up" | "down" | "sideways";
}

export interface Mover {
  customerId: string;
  from: string | null;
  to: string | null;
  direction: "up" | "down" | "sideways";
  windowNetMinorUnits: number;
}

export interface TopTier {
  name: string;
  customers: number;
  /** Of all sales in the window, from 0 to 1; null when there are none. */
  salesShare: number | null;
}

/** What Shopify would be told. Nothing of a kind that is not published. */
export interface PlannedWrites {
  isPublishing: boolean;
  tagsToAdd: number;
  tagsToRemove: number;
  /** Customers whose fields would be written. */
  metafields: number;
  /** Segments whose members change, that are made and that are taken away. */
  segments: { changed: number; made: number; removed: number };
  /** Discounts that would reach different people. */
  discounts: number;
  apiPoints: number;
  seconds: number;
}
