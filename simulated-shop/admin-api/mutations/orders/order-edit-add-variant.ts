import { parseGid } from "../../../world/gid.ts";
import { uuidOf } from "../../../world/job.ts";
import type { Product } from "../../../world/product.ts";
import type { World } from "../../../world/world.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findOrderEdit, NO_SUCH_EDIT } from "./find-order-edit.ts";
import { editPayload, problemWithQuantity, refusedEdit } from "./order-edit-payload.ts";

type AddVariantArgs = {
  id: string;
  variantId: string;
  quantity: number;
  allowDuplicates?: boolean | null;
};

/** `orderEditAddVariant`: at the variant's price of today. */
export function orderEditAddVariant(
  _root: unknown,
  { id, variantId, quantity, allowDuplicates }: AddVariantArgs,
  { shop: { world } }: RequestContext,
) {
  const edit = findOrderEdit(world, id);
  if (edit === undefined) return refusedEdit(NO_SUCH_EDIT);
  const problem = problemWithQuantity(quantity, 1);
  if (problem !== null) return refusedEdit(problem, edit);
  const product = findByVariant(world, parseGid(variantId)?.id ?? 0);
  if (product === undefined)
    return refusedEdit(userError(["variantId"], "The variant does not exist in the shop."), edit);
  const isThere = [...edit.order.lineItems, ...edit.addedLines].some(
    (line) => line.product.variantId === product.variantId,
  );
  if (isThere && allowDuplicates !== true)
    return refusedEdit(userError(["variantId"], "The variant already exists on the order."), edit);
  const uuid = uuidOf(`edit ${edit.id} line ${edit.addedLines.length}`);
  edit.addedLines.push({
    uuid,
    product,
    quantity,
    unitPriceMinor: product.priceMinor,
    isTaxable: true,
    requiresShipping: product.isGiftCard !== true,
  });
  return editPayload(edit, uuid);
}

function findByVariant(world: World, variantId: number): Product | undefined {
  for (const product of world.products.values())
    if (product.variantId === variantId) return product;
  return undefined;
}
