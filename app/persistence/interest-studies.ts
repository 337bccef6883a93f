import type { InterestStudy } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type { InterestStudy };

const notBegun = {
  readsCheckouts: false,
  sweptUntil: null,
  sweepStartedAt: null,
  sweepCheckoutId: null,
  problem: null,
  studiedAt: null,
};

export async function readInterestStudy(db: Database, shop: string): Promise<InterestStudy> {
  const row = await db.interestStudy.findUnique({ where: { shop } });
  return row ?? { shop, ...notBegun };
}

export async function updateInterestStudy(
  db: Database,
  shop: string,
  changes: Partial<Omit<InterestStudy, "shop">>,
): Promise<void> {
  await db.interestStudy.upsert({
    where: { shop },
    create: { shop, ...notBegun, ...changes },
    update: changes,
  });
}

/**
 * Held until the transaction ends; taken before customers and checkouts by whoever changes those and how far they are
 * read.
 */
export async function lockInterestStudy(tx: Transaction, shop: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM interest_study WHERE shop = ${shop} FOR UPDATE`;
}

/** Notes how far a reading is. False: it was called off, and must store nothing more. */
export async function noteSweep(
  db: Database,
  shop: string,
  sweepStartedAt: Date,
  progress: Partial<Omit<InterestStudy, "shop">>,
): Promise<boolean> {
  const { count } = await db.interestStudy.updateMany({
    where: { shop, readsCheckouts: true, sweepStartedAt },
    data: progress,
  });
  return count > 0;
}

/** The next reading begins at the oldest checkout: whose they are may have changed without a stamp. One under way is called off. */
export async function wantCheckoutsAnew(db: Database, shop: string): Promise<void> {
  await db.interestStudy.updateMany({
    where: { shop },
    data: { sweptUntil: null, sweepStartedAt: null, sweepCheckoutId: null },
  });
}
