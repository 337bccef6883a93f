import { listCustomGroups } from "../../persistence/custom-groups.ts";
import { tagOf } from "../../persistence/label-tags.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { wantedLabels } from "./wanted-labels.ts";

/**
 * Every tag that a label of today bears, in small letters: with the shop's prefix, and with former ones while customers
 * carry those. What else begins like ours and is not in the ledger was never written by us.
 */
export async function readLabelTags(
  app: Pick<App, "db">,
  shop: Shop,
): Promise<ReadonlySet<string>> {
  const prefixes = [shop.tagPrefix, ...shop.formerTagPrefixes];
  return new Set((await Promise.all(prefixes.map((prefix) => tagsWith(app, shop, prefix)))).flat());
}

/** The tags with one prefix, whether it is the shop's or not. */
export async function tagsWith(
  app: Pick<App, "db">,
  shop: Shop,
  prefix: string,
): Promise<string[]> {
  const own = await listCustomGroups(app.db, shop.shop);
  const labels = [
    ...wantedLabels(await readLiveProgram(app, shop)),
    ...own.flatMap(({ key, publishTag }) => (publishTag ? [{ family: "list" as const, key }] : [])),
  ];
  return labels.map(({ family, key }) => tagOf(prefix, family, key));
}
