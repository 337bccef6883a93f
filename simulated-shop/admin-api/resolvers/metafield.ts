import {
  compareDigestOf,
  findMetafield,
  type Metafield,
  type MetafieldOwner,
} from "../../world/metafield.ts";
import {
  findMetafieldDefinition,
  ownerTypeOf,
  type MetafieldDefinition,
} from "../../world/metafield-definition.ts";
import type { World } from "../../world/world.ts";
import { expandNamespace } from "../app-namespace.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { findByGid } from "../queries/nodes.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

/** A metafield together with what carries it: the world keeps them the other way round. */
type OwnedMetafield = {
  readonly gidType: "Metafield";
  readonly id: number;
  readonly metafield: Metafield;
  readonly owner: MetafieldOwner;
  /** Asked for with `keys: ["namespace.key"]`, its key comes back in that form. */
  readonly keyIsQualified: boolean;
};

export function ownedMetafield(
  metafield: Metafield,
  owner: MetafieldOwner,
  keyIsQualified = false,
): OwnedMetafield {
  return { gidType: "Metafield", id: metafield.id, metafield, owner, keyIsQualified };
}

export const metafieldResolvers = {
  ...nodeFields,
  namespace: ({ metafield }: OwnedMetafield) => metafield.namespace,
  key: ({ metafield, keyIsQualified }: OwnedMetafield) =>
    keyIsQualified ? `${metafield.namespace}.${metafield.key}` : metafield.key,
  type: ({ metafield }: OwnedMetafield) => metafield.type,
  value: ({ metafield }: OwnedMetafield) => metafield.value,
  jsonValue: ({ metafield }: OwnedMetafield) => jsonValueOf(metafield),
  compareDigest: ({ metafield }: OwnedMetafield) => compareDigestOf(metafield),
  sizeInBytes: ({ metafield }: OwnedMetafield) => Buffer.byteLength(metafield.value),
  createdAt: ({ metafield }: OwnedMetafield) => dateTimeText(metafield.createdAtMs),
  updatedAt: ({ metafield }: OwnedMetafield) => dateTimeText(metafield.updatedAtMs),
  description: (owned: OwnedMetafield, _args: unknown, { shop }: RequestContext) =>
    definitionOf(shop.world, owned)?.description ?? null,
  definition: (owned: OwnedMetafield, _args: unknown, { shop }: RequestContext) =>
    definitionOf(shop.world, owned) ?? null,
  reference: ({ metafield }: OwnedMetafield, _args: unknown, { shop }: RequestContext) =>
    metafield.type.endsWith("_reference") && !metafield.type.startsWith("list.")
      ? (findByGid(shop.world, metafield.value) ?? null)
      : null,
  ownerType: ({ owner }: OwnedMetafield) => ownerTypeOf(owner),
  owner: ({ owner }: OwnedMetafield) => owner,
} satisfies TypeResolvers;

/** A product has no list of metafields until the first one is set. */
type PossibleOwner = Omit<MetafieldOwner, "metafields"> & { metafields?: Metafield[] };

function hasMetafields(owner: PossibleOwner): owner is MetafieldOwner {
  return owner.metafields !== undefined;
}

function definitionOf(
  world: World,
  { metafield: { namespace, key }, owner }: OwnedMetafield,
): MetafieldDefinition | undefined {
  return findMetafieldDefinition(world, { ownerType: ownerTypeOf(owner), namespace, key });
}

/** `metafield` and `metafields`, for every type that can carry them. */
export const metafieldOwnerFields = {
  metafield: (
    owner: PossibleOwner,
    { namespace, key }: { namespace?: string | null; key: string },
    { shop }: RequestContext,
  ) => {
    if (!hasMetafields(owner)) return null;
    const metafield = findMetafield(owner, expandNamespace(namespace, shop.config.clientId), key);
    return metafield && ownedMetafield(metafield, owner);
  },
  metafields: (
    owner: PossibleOwner,
    args: ConnectionArgs & { namespace?: string | null; keys?: readonly string[] | null },
    { shop }: RequestContext,
  ) => {
    const namespace =
      args.namespace == null ? null : expandNamespace(args.namespace, shop.config.clientId);
    const keys = args.keys?.map((key) => expandKey(key, shop.config.clientId));
    const rows = hasMetafields(owner)
      ? owner.metafields
          .filter((metafield) => namespace === null || metafield.namespace === namespace)
          .filter(
            (metafield) =>
              keys === undefined || keys.includes(`${metafield.namespace}.${metafield.key}`),
          )
          .map((metafield) => ownedMetafield(metafield, owner, keys !== undefined))
      : [];
    return new Connection(rows, args, ({ id }) => ({ id, value: id }));
  },
} satisfies TypeResolvers;

/** "$app.tier" → "app--123.tier"; a key without a namespace names nothing. */
function expandKey(key: string, clientId: string): string {
  const dot = key.lastIndexOf(".");
  return dot < 0 ? key : `${expandNamespace(key.slice(0, dot), clientId)}${key.slice(dot)}`;
}

/** Decimals stay texts, and so does false, in Shopify's answers; only JSON and what else parses is a value. */
function jsonValueOf({ type, value }: Metafield): unknown {
  const isValue =
    type.startsWith("list.") ||
    type === "number_integer" ||
    (type === "boolean" && value === "true") ||
    JSON_TYPES.has(type);
  return isValue ? JSON.parse(value) : value;
}

const JSON_TYPES: ReadonlySet<string> = new Set([
  "dimension",
  "json",
  "link",
  "money",
  "rating",
  "rich_text_field",
  "volume",
  "weight",
]);
