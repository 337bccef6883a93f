import { findInstalledShop, type Shop } from "../persistence/shops.ts";
import type { Database } from "../persistence/database.ts";

/** The installed shop; a page cannot be asked for by any other. */
export async function requireShop(app: { db: Database }, shop: string): Promise<Shop> {
  const record = await findInstalledShop(app.db, shop);
  if (record === null) throw new Response("Echelon is not installed in this shop.", { status: 404 });
  return record;
}
