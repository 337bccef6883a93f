import type { Transaction } from "./database.ts";

/**
 * Held until the transaction ends. Everything that reads a shop's orders and writes labels takes it, so a
 * run over the base and the retier of one customer never decide on each other's half-written state.
 */
export async function lockScoringOf(tx: Transaction, shop: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${"scoring:" + shop}, 0))`;
}
