import { parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { findByGid } from "../queries/nodes.ts";
import { problem, stored, type ValueOutcome } from "./value-outcome.ts";

/** The gid types a reference of a noun may point at, for what this shop holds. Nothing else exists here. */
const GID_TYPES: Readonly<Record<string, string>> = {
  customer: "Customer",
  order: "Order",
  product: "Product",
  variant: "ProductVariant",
};

const PREFIXES: Readonly<Record<string, string>> = {
  article: "Article",
  collection: "Collection",
  company: "Company",
  metaobject: "Metaobject",
  page: "Page",
  ...GID_TYPES,
};

/** A reference must name something that is there, of the right type. */
export function readReference(world: World, noun: string, value: string): ValueOutcome {
  const [, type] = /^gid:\/\/shopify\/(\w+)\//.exec(value) ?? [];
  const wanted = PREFIXES[noun];
  if (type === undefined || (wanted !== undefined && type !== wanted))
    return problem(`Value require that you select a ${noun}.`);
  return exists(world, value)
    ? stored(value)
    : problem(`Value references non-existent resource ${value}.`);
}

function exists(world: World, gid: string): boolean {
  const parsed = parseGid(gid);
  if (parsed === null || !Object.values(GID_TYPES).includes(parsed.type)) return false;
  if (parsed.type !== "ProductVariant") return findByGid(world, gid) !== undefined;
  for (const { variantId } of world.products.values()) if (variantId === parsed.id) return true;
  return false;
}
