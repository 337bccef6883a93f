import type { PrismaClient } from "../../app/generated/prisma/client.ts";

/** Rows by table, each row as text. */
export type TableRows = Record<string, string[]>;

/** Every row the database keeps of one shop, of every table there is, so that a new table is covered by itself. */
export async function rowsOf(db: PrismaClient, shop: string): Promise<TableRows> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'shop' ORDER BY table_name`;
  const rows: TableRows = {};
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t WHERE shop = $1 ORDER BY 1`,
      shop,
    );
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}
