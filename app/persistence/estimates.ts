import { z } from "zod";
import type { Database } from "./database.ts";
import type { LabelTotal } from "./standings.ts";

/** What a first look at a base came to. It names nobody. */
export interface Estimate {
  madeAt: Date;
  /** Customers with orders. */
  customersRead: number;
  /** False: there are more than were read. */
  isWhole: boolean;
  rankedCustomers: number;
  tiers: LabelTotal[];
  groups: LabelTotal[];
}

const totals = z.array(
  z.object({ key: z.string(), customers: z.number(), windowNetMinorUnits: z.number() }),
);

export async function saveEstimate(db: Database, shop: string, estimate: Estimate): Promise<void> {
  const { tiers, groups, ...facts } = estimate;
  const row = { ...facts, tiers: totals.parse(tiers), groups: totals.parse(groups) };
  await db.estimate.upsert({ where: { shop }, create: { shop, ...row }, update: row });
}

export async function readEstimate(db: Database, shop: string): Promise<Estimate | null> {
  const row = await db.estimate.findUnique({ where: { shop } });
  if (row === null) return null;
  return { ...row, tiers: totals.parse(row.tiers), groups: totals.parse(row.groups) };
}
