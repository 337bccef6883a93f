/**
 * COPY needs PostgreSQL's own connection, which Prisma keeps to itself. It works on a pool of ours, so a transaction's
 * connection is found by the number of the server process at its other end: what is copied is part of the transaction.
 */
import type { Pool, PoolClient } from "pg";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import type { Transaction } from "../database.ts";

const pools = new WeakMap<PrismaClient, Map<number, PoolClient>>();

/** Keeps track of a pool's connections for `connectionOf`. */
export function lendConnections(db: PrismaClient, pool: Pool): void {
  const connections = new Map<number, PoolClient>();
  pool.on("connect", (client) => connections.set(processIdOf(client), client));
  pool.on("remove", (client) => connections.delete(processIdOf(client)));
  pools.set(db, connections);
}

/** The connection a transaction of `db` is on. To be used while the transaction is open, and by nobody else meanwhile. */
export async function connectionOf(db: PrismaClient, tx: Transaction): Promise<PoolClient> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`SELECT pg_backend_pid() AS id`;
  const connection = row === undefined ? undefined : pools.get(db)?.get(row.id);
  if (connection === undefined) {
    throw new Error(
      "The transaction's connection is unknown: COPY needs a database address that leads to PostgreSQL itself, without a pooler between.",
    );
  }
  return connection;
}

function processIdOf(client: PoolClient): number {
  const id: unknown = Reflect.get(client, "processID");
  if (typeof id !== "number") throw new Error("the database driver does not tell the process");
  return id;
}
