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
    async list(): Promise<Session[]> {
      return db.session.findMany({ orderBy: { id: "asc" } });
    },
    /** Only while the row holds the tokens it held; false when somebody has renewed them meanwhile. */
    async replaceTokens(
      { id, accessToken, refreshToken }: Session,
      tokens: Pick<Session, "accessToken" | "refreshToken">,
    ): Promise<boolean> {
      const { count } = await db.session.updateMany({
        where: { id, accessToken, refreshToken },
        data: tokens,
      });
      return count === 1;
    },
    async remove(ids: string[]): Promise<void> {
      await db.session.deleteMany({ where: { id: { in: ids } } });
    },
  };
}
