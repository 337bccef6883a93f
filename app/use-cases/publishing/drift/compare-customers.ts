import {
  changedInShopify,
  dropDrifts,
  saveDrift,
  type Difference,
  type Expected,
} from "../../../persistence/drifts.ts";
import {
  noteFieldDigests,
  notePossibleTags,
  noteUncertainTags,
  setAside,
} from "../../../persistence/publication-ledger.ts";
import type { Shop } from "../../../persistence/shops.ts";
import type { AdminClient } from "../../../shopify/admin-client.ts";
import { readFieldDigests } from "../../../shopify/read-field-digests.ts";
import { readTags } from "../../../shopify/read-tags.ts";
import type { App } from "../../app.ts";

interface Seen extends Difference {
  tierDigest: string | null;
  standingDigest: string | null;
}

/**
 * Looks at customers in Shopify and compares them with what they should carry. Whoever differs is entered in the ledger
 * as found, so that the next publication puts it right; where the merchant wants to be asked first, is set aside and
 * listed instead. Must not run beside a publication. Returns who differs.
 */
export async function compareCustomers(
  app: App,
  shop: Shop,
  admin: AdminClient,
  labelTags: ReadonlySet<string>,
  expected: readonly Expected[],
): Promise<bigint[]> {
  if (expected.length === 0) return [];
  const ids = expected.map(({ customerId }) => customerId);
  const background = { isBackground: true };
  const tags = await readTags(admin, ids, background);
  const digests = shop.publishMetafields ? await readFieldDigests(admin, ids, background) : null;
  const differing: bigint[] = [];
  for (const each of expected) {
    const found = tags.get(each.customerId);
    // Who is gone has a webhook of their own.
    if (found === undefined) continue;
    const seen = differenceOf(each, found, digests?.get(each.customerId) ?? null, labelTags);
    if (seen === null) await dropDrifts(app.db, shop.shop, [each.customerId]);
    else {
      await enter(app, shop, seen);
      differing.push(each.customerId);
    }
  }
  return differing;
}

/**
 * Null when all is as it should be. Shopify compares tags without regard to case. A tag is ours when a label of today
 * bears it or the ledger says that we may have written it.
 */
export function differenceOf(
  { customerId, wantedTags, possibleTags, ...known }: Expected,
  found: readonly string[],
  digests: { tier: string | null; standing: string | null } | null,
  labelTags: ReadonlySet<string>,
): Seen | null {
  const lower = (tag: string) => tag.toLowerCase();
  const expectedTags = wantedTags.map(lower).sort();
  const mayBeOurs = new Set([...labelTags, ...expectedTags, ...possibleTags.map(lower)]);
  const foundTags = found
    .map(lower)
    .filter((tag) => mayBeOurs.has(tag))
    .sort();
  const fieldsDiffer =
    digests !== null &&
    (digests.tier !== known.tierDigest || digests.standing !== known.standingDigest);
  if (expectedTags.join(",") === foundTags.join(",") && !fieldsDiffer) return null;
  return {
    customerId,
    expectedTags,
    foundTags,
    fieldsDiffer,
    tierDigest: digests?.tier ?? null,
    standingDigest: digests?.standing ?? null,
  };
}

async function enter(app: App, { shop, reportDriftOnly }: Shop, seen: Seen): Promise<void> {
  const { customerId, expectedTags, foundTags, fieldsDiffer, tierDigest, standingDigest } = seen;
  const at = new Date();
  const extra = foundTags.filter((tag) => !expectedTags.includes(tag));
  const missing = expectedTags.filter((tag) => !foundTags.includes(tag));
  await app.db.$transaction(async (tx) => {
    if (extra.length > 0) await notePossibleTags(tx, shop, [{ customerId, tags: extra }], at);
    if (missing.length > 0) await noteUncertainTags(tx, shop, [{ customerId, tags: missing }], at);
    if (fieldsDiffer)
      await noteFieldDigests(tx, shop, [{ customerId, tierDigest, standingDigest }], at);
    if (!reportDriftOnly) return;
    await setAside(tx, shop, [{ customerId, problem: changedInShopify }], at);
    await saveDrift(tx, shop, seen, at);
  });
}
