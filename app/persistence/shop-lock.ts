import type { Transaction } from "./database.ts";

/**
 * Held until the transaction ends. Everything that reads a shop's orders and writes labels takes it, so a
 * run over the base and the retier of one customer never decide on each other's half-written state.
 */
export async function lockScoringOf(tx: Transaction, shop: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${"scoring:" + shop}, 0))`;
}

/**
 * Held until the transaction ends, by many writers of orders at once. Whoever writes after a deletion sees it: the
 * deletion waits for those before it, and lets nobody in until it can be seen.
 */
export async function lockLedgerForWriting(tx: Transaction, shop: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${"ledger:" + shop}, 0))`;
}

/** The same by one who deletes orders, alone. Never after writing in the same transaction: two would wait in a ring. */
export async function lockLedgerForDeleting(tx: Transaction, shop: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${"ledger:" + shop}, 0))`;
}
