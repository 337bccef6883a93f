import { Prisma, type MemberImport } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type { MemberImport };

type ImportId = Pick<MemberImport, "shop" | "id">;

export interface SealedAddress {
  line: number;
  sealed: string;
}

/** Keeps encrypted addresses of an import that may yet turn out to be none. */
export async function holdAddresses(
  db: Database,
  { shop, id }: ImportId,
  addresses: readonly SealedAddress[],
): Promise<void> {
  const data = addresses.map((address) => ({ shop, importId: id, ...address }));
  await db.memberImportAddress.createMany({ data });
}

export async function dropAddresses(db: Database, { shop, id }: ImportId): Promise<void> {
  await db.memberImportAddress.deleteMany({ where: { shop, importId: id } });
}

/** From now on the addresses held are matched. */
export async function startMemberImport(
  tx: Transaction,
  started: ImportId & Pick<MemberImport, "groupId" | "startedAt" | "addresses">,
): Promise<void> {
  await tx.memberImport.create({ data: started });
}

export async function findUnfinishedImport(
  db: Database,
  shop: string,
): Promise<MemberImport | null> {
  return db.memberImport.findFirst({
    where: { shop, finishedAt: null },
    orderBy: { startedAt: "asc" },
  });
}

/** The last one of a group. */
export async function readLastImport(
  db: Database,
  shop: string,
  groupId: string,
): Promise<MemberImport | null> {
  return db.memberImport.findFirst({ where: { shop, groupId }, orderBy: { startedAt: "desc" } });
}

/** The next addresses, in the order of the file. */
export async function listAddresses(
  db: Database,
  { shop, id }: ImportId,
  most: number,
): Promise<SealedAddress[]> {
  return db.memberImportAddress.findMany({
    where: { shop, importId: id },
    select: { line: true, sealed: true },
    orderBy: { line: "asc" },
    take: most,
  });
}

const linesKept = 50;

/** Notes what came of some addresses, and forgets them: in the transaction that added their customers. */
export async function noteMatched(
  tx: Transaction,
  { shop, id }: ImportId,
  {
    lines,
    added,
    notFound,
  }: { lines: readonly number[]; added: number; notFound: readonly number[] },
): Promise<void> {
  await tx.memberImportAddress.deleteMany({
    where: { shop, importId: id, line: { in: [...lines] } },
  });
  await tx.$executeRaw`
    UPDATE member_import SET matched = matched + ${lines.length}::int, added = added + ${added}::int,
      not_found = not_found + ${notFound.length}::int,
      not_found_lines = (not_found_lines || ${[...notFound].slice(0, linesKept)}::int[])[1:${linesKept}::int]
    WHERE shop = ${shop} AND id = ${id}::uuid`;
}

export async function finishMemberImport(
  tx: Transaction,
  { shop, id }: ImportId,
  finishedAt: Date,
): Promise<void> {
  await tx.memberImport.update({ where: { shop_id: { shop, id } }, data: { finishedAt } });
}

/** Forgets the imports of a group, or of all shops those that were begun before a moment of real time. */
export async function forgetMemberImports(
  db: Database,
  which: { shop: string; groupId: string } | { before: Date },
): Promise<void> {
  const isMeant =
    "before" in which
      ? Prisma.sql`i.started_at < ${which.before}`
      : Prisma.sql`i.shop = ${which.shop} AND i.group_id = ${which.groupId}::uuid`;
  await db.$executeRaw`
    WITH gone AS (DELETE FROM member_import i WHERE ${isMeant} RETURNING shop, id)
    DELETE FROM member_import_address a USING gone WHERE a.shop = gone.shop AND a.import_id = gone.id`;
}

/** Forgets addresses of files that were never read to their end: of those there is no import. */
export async function forgetLooseAddresses(db: Database, shop: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM member_import_address a WHERE a.shop = ${shop}
      AND NOT EXISTS (SELECT FROM member_import i WHERE i.shop = a.shop AND i.id = a.import_id)`;
}
