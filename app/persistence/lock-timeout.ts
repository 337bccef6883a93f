import { Prisma } from "../generated/prisma/client.ts";
import type { Transaction } from "./database.ts";

/** From here on the transaction waits for no lock longer than this: it fails then, see `isLockTimeout`. */
export async function limitLockWaits(tx: Transaction, milliseconds: number): Promise<void> {
  await tx.$executeRaw`SELECT set_config('lock_timeout', ${String(milliseconds)}, true)`;
}

/** PostgreSQL's lock_not_available. */
export function isLockTimeout(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    JSON.stringify(error.meta ?? {}).includes("55P03")
  );
}
