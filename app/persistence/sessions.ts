import type { PrismaClient, Session } from "../generated/prisma/client.ts";

/** The rows of Shopify's sessions, whose tokens arrive here encrypted. */
export function createSessionTable(db: PrismaClient) {
  return {
    async save(row: Session): Promise<void> {
      await db.session.upsert({ where: { id: row.id }, create: row, update: row });
    },
    async find(id: string): Promise<Session | null> {
      return db.session.findUnique({ where: { id } });
    },
    async listOfShop(shop: string): Promise<Session[]> {
      return db.session.findMany({ where: { shop }, orderBy: { expires: "desc" } });
    },
    async remove(ids: string[]): Promise<void> {
      await db.session.deleteMany({ where: { id: { in: ids } } });
    },
  };
}
