import {
  compareDigestOf,
  findMetafield,
  type Metafield,
  type MetafieldOwner,
} from "../../world/metafield.ts";
import { expandNamespace } from "../app-namespace.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

/** A metafield together with what carries it: the world keeps them the other way round. */
type OwnedMetafield = {
  readonly gidType: "Metafield";
  readonly id: number;
  readonly metafield: Metafield;
  readonly owner: MetafieldOwner;
};

export function ownedMetafield(metafield: Metafield, owner: MetafieldOwner): OwnedMetafield {
  return { gidType: "Metafield", id: metafield.id, metafield, owner };
}

export const metafieldResolvers = {
  ...nodeFields,
  namespace: ({ metafield }: OwnedMetafield) => metafield.namespace,
  key: ({ metafield }: OwnedMetafield) => metafield.key,
  type: ({ metafield }: OwnedMetafield) => metafield.type,
  value: ({ metafield }: OwnedMetafield) => metafield.value,
  jsonValue: ({ metafield }: OwnedMetafield) => jsonValueOf(metafield),
  compareDigest: ({ metafield }: OwnedMetafield) => compareDigestOf(metafield),
  sizeInBytes: ({ metafield }: OwnedMetafield) => Buffer.byteLength(metafield.value),
  createdAt: ({ metafield }: OwnedMetafield) => dateTimeText(metafield.createdAtMs),
  updatedAt: ({ metafield }: OwnedMetafield) => dateTimeText(metafield.updatedAtMs),
  ownerType: ({ owner }: OwnedMetafield) => owner.gidType.toUpperCase(),
  owner: ({ owner }: OwnedMetafield) => owner,
} satisfies TypeResolvers;

/** `metafield` and `metafields`, for every type that can carry them. */
export const metafieldOwnerFields = {
  metafield: (
    owner: MetafieldOwner,
    { namespace, key }: { namespace?: string | null; key: string },
    { shop }: RequestContext,
  ) => {
    const metafield = findMetafield(owner, expandNamespace(namespace, shop.config.clientId), key);
    return metafield && ownedMetafield(metafield, owner);
  },
  metafields: (
    owner: MetafieldOwner,
    args: ConnectionArgs & { namespace?: string | null; keys?: readonly string[] | null },
    { shop }: RequestContext,
  ) => {
    const namespace =
      args.namespace == null ? null : expandNamespace(args.namespace, shop.config.clientId);
    const keys = args.keys?.map((key) => expandKey(key, shop.config.clientId));
    const rows = owner.metafields
      .filter((metafield) => namespace === null || metafield.namespace === namespace)
      .filter(
        (metafield) =>
          keys === undefined || keys.includes(`${metafield.namespace}.${metafield.key}`),
      )
      .map((metafield) => ownedMetafield(metafield, owner));
    return new Connection(rows, args, ({ id }) => ({ id, value: id }));
  },
} satisfies TypeResolvers;

/** "$app.tier" → "app--123.tier" */
function expandKey(key: string, clientId: string): string {
  const dot = key.lastIndexOf(".");
  return dot < 0
    ? `${expandNamespace(null, clientId)}.${key}`
    : `${expandNamespace(key.slice(0, dot), clientId)}${key.slice(dot)}`;
}

function jsonValueOf({ type, value }: Metafield): unknown {
  const isText =
    type.endsWith("text_field") ||
    type === "date" ||
    type === "date_time" ||
    type === "url" ||
    type === "color";
  return isText ? value : JSON.parse(value);
}
