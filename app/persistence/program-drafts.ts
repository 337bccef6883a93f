import type { Prisma, ProgramDraft } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { ProgramDraft };

/** One per shop; the latest typing stands. */
export async function saveProgramDraft(
  db: Database,
  draft: Omit<ProgramDraft, "definition"> & { definition: Prisma.InputJsonValue },
): Promise<void> {
  const { shop, ...rest } = draft;
  await db.programDraft.upsert({ where: { shop }, create: draft, update: rest });
}

export async function readProgramDraft(db: Database, shop: string): Promise<ProgramDraft | null> {
  return db.programDraft.findUnique({ where: { shop } });
}

/** `by`: only a draft of this staff member's. */
export async function deleteProgramDraft(
  db: Database,
  shop: string,
  by?: string | null,
): Promise<void> {
  await db.programDraft.deleteMany({
    where: { shop, ...(by === undefined ? {} : { updatedBy: by }) },
  });
}
