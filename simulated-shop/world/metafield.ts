import { createHash } from "node:crypto";

/** A value an app or the merchant attached to an object. `namespace` is already expanded (`app--<id>`). */
export type Metafield = {
  readonly gidType: "Metafield";
  readonly id: number;
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
};

/** What can carry metafields in this shop. */
export type MetafieldOwner = {
  readonly gidType: string;
  readonly id: number;
  metafields: Metafield[];
};

/** The metafield of an owner under a namespace and key, or null. */
export function findMetafield(
  owner: MetafieldOwner,
  namespace: string,
  key: string,
): Metafield | null {
  return (
    owner.metafields.find(
      (metafield) => metafield.namespace === namespace && metafield.key === key,
    ) ?? null
  );
}

/** Shopify's compare-and-set digest; any stable digest of the value will do. */
export function compareDigestOf(metafield: Metafield): string {
  return createHash("sha256").update(metafield.value).digest("hex");
}
