import type { PrivacyRequest } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { PrivacyRequest };

export async function insertPrivacyRequest(
  db: Database,
  request: Omit<PrivacyRequest, "id" | "kind"> & { kind: "export" | "erasure" },
): Promise<void> {
  await db.privacyRequest.create({ data: request });
}

/** The newest first. */
export async function listPrivacyRequests(
  db: Database,
  shop: string,
  most: number,
): Promise<PrivacyRequest[]> {
  return db.privacyRequest.findMany({
    where: { shop },
    orderBy: { receivedAt: "desc" },
    take: most,
  });
}

export async function findPrivacyRequest(
  db: Database,
  shop: string,
  id: string,
): Promise<PrivacyRequest | null> {
  return db.privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
}

export async function markPrivacyRequestDone(
  db: Database,
  shop: string,
  id: string,
  at: Date,
): Promise<void> {
  await db.privacyRequest.updateMany({ where: { shop, id, doneAt: null }, data: { doneAt: at } });
}
