import {
  DeleteMetafieldsDocument,
  ReadShopIdDocument,
  SetMetafieldsDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { refusalOf, type UserError } from "./user-errors.ts";

/** The shop's own field, declared by shopify.app.toml. */
const field = { namespace: "$app", key: "tiers" } as const;

/** Writes the list of tiers, which is JSON. Repeating it does no harm. Throws when Shopify refuses. */
export async function setTierList(admin: AdminClient, value: string): Promise<void> {
  const { shop } = await admin.request(ReadShopIdDocument, {});
  const { metafieldsSet } = await admin.request(SetMetafieldsDocument, {
    metafields: [{ ...field, ownerId: shop.id, type: "json", value }],
  });
  refuse(admin, metafieldsSet?.userErrors);
}

/** Takes the list away. One that is not there is no error. Throws when Shopify refuses. */
export async function deleteTierList(admin: AdminClient): Promise<void> {
  const { shop } = await admin.request(ReadShopIdDocument, {});
  const { metafieldsDelete } = await admin.request(DeleteMetafieldsDocument, {
    metafields: [{ ...field, ownerId: shop.id }],
  });
  refuse(admin, metafieldsDelete?.userErrors);
}

function refuse({ shop }: AdminClient, userErrors: readonly UserError[] | undefined): void {
  const refused = refusalOf(userErrors);
  if (refused !== null) throw new Error(`list of tiers of ${shop}: ${refused.message}`);
}
