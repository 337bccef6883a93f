import type { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export interface StoredProgram {
  version: number;
  definition: unknown;
  createdAt: Date;
  /** The number of the staff member; null = the app itself. */
  savedBy: string | null;
  /** What of its moves is applied when it goes live: all | upgrades */
  applyPart: string;
}

/** Adds a version. A version that exists already is left as it is, and false is returned. */
export async function insertProgram(
  db: Database,
  shop: string,
  version: number,
  definition: Prisma.InputJsonValue,
  at: Date,
): Promise<boolean> {
  const { count } = await db.program.createMany({
    data: { shop, version, definition, createdAt: at },
    skipDuplicates: true,
  });
  return count === 1;
}

export async function readProgram(
  db: Database,
  shop: string,
  version: number,
): Promise<StoredProgram | null> {
  return db.program.findUnique({ where: { shop_version: { shop, version } } });
}
