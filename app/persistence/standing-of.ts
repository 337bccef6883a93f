import type { Standing } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

/** Where one customer stands by the last decision; null = no order of theirs was ever scored. */
export async function readStandingOf(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<Standing | null> {
  return db.standing.findUnique({ where: { shop_customerId: { shop, customerId } } });
}
