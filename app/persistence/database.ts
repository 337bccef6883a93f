import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "../generated/prisma/client.ts";
import { lendConnections } from "./copy/lent-connections.ts";

export type { PrismaClient };

/** What a persistence function needs: the database itself, or the transaction it must take part in. */
export type Database = PrismaClient | Prisma.TransactionClient;
export type Transaction = Prisma.TransactionClient;

export function connectDatabase(connectionString: string): PrismaClient {
  const pool = new pg.Pool({ connectionString, max: 6 });
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    // A whole-base run writes everything in one transaction, so that a kill leaves the former state.
    transactionOptions: { maxWait: 30_000, timeout: 300_000 },
  });
  lendConnections(db, pool);
  return db;
}
