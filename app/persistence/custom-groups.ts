import type { CustomGroup, Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import { forgetMemberImports } from "./member-imports.ts";

export type { CustomGroup };

export type NewCustomGroup = Omit<
  CustomGroup,
  "rule" | "origin" | "customers" | "renewedAt" | "publishTag" | "publishSegment"
> & { rule: Prisma.InputJsonValue | null; origin: Prisma.InputJsonValue | null };

export async function insertCustomGroup(db: Database, group: NewCustomGroup): Promise<void> {
  const { rule, origin, ...facts } = group;
  await db.customGroup.create({
    data: {
      ...facts,
      ...(rule === null ? {} : { rule }),
      ...(origin === null ? {} : { origin }),
    },
  });
}

export async function listCustomGroups(db: Database, shop: string): Promise<CustomGroup[]> {
  return db.customGroup.findMany({
    where: { shop },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Null for an id that is no id of this shop's. */
export async function findCustomGroup(
  db: Database,
  shop: string,
  id: string,
): Promise<CustomGroup | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return db.customGroup.findUnique({ where: { shop_id: { shop, id } } });
}

export async function updateCustomGroup(
  db: Database,
  { shop, id }: Pick<CustomGroup, "shop" | "id">,
  changes: Partial<Pick<CustomGroup, "name" | "publishTag" | "publishSegment">> & {
    rule?: Prisma.InputJsonValue;
  },
): Promise<void> {
  await db.customGroup.update({ where: { shop_id: { shop, id } }, data: changes });
}

export async function deleteCustomGroup(
  db: Database,
  { shop, id }: Pick<CustomGroup, "shop" | "id">,
): Promise<void> {
  await forgetMemberImports(db, { shop, groupId: id });
  await db.customGroupMember.deleteMany({ where: { shop, groupId: id } });
  await db.customGroupSize.deleteMany({ where: { shop, groupId: id } });
  await db.customGroup.deleteMany({ where: { shop, id } });
}
