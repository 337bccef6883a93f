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
  saving: Partial<Pick<StoredProgram, "savedBy" | "applyPart">> = {},
): Promise<boolean> {
  const { count } = await db.program.createMany({
    data: { shop, version, definition, createdAt: at, ...saving },
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

/** After an undone change the live version is not the newest. 0 = there is none. */
export async function readNewestVersion(db: Database, shop: string): Promise<number> {
  const newest = await db.program.aggregate({ where: { shop }, _max: { version: true } });
  return newest._max.version ?? 0;
}
