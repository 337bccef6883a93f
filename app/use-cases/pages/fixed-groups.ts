import { listCustomGroups } from "../../persistence/custom-groups.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** A group that customers can be put into by hand. */
export interface FixedGroup {
  id: string;
  name: string;
}

export async function listFixedGroups(app: App, shop: string): Promise<FixedGroup[]> {
  await requireShop(app, shop);
  const groups = await listCustomGroups(app.db, shop);
  return groups.filter(({ kind }) => kind === "fixed").map(({ id, name }) => ({ id, name }));
}
