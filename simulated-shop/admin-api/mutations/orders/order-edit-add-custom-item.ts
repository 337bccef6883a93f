import { uuidOf } from "../../../world/job.ts";
import { customProduct } from "../../../world/product.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { toMinor } from "../discounts/read-discount-value.ts";
import { userError, type UserError } from "../user-error.ts";
import { findOrderEdit, NO_SUCH_EDIT } from "./find-order-edit.ts";
import { editPayload, problemWithQuantity, refusedEdit } from "./order-edit-payload.ts";

type AddCustomItemArgs = {
  id: string;
  title: string;
  quantity: number;
  price: { amount: string; currencyCode: string };
  taxable?: boolean | null;
  requiresShipping?: boolean | null;
};

const MAX_TITLE_CHARACTERS = 255;

/** `orderEditAddCustomItem`: something that is in no catalogue. */
export function orderEditAddCustomItem(
  _root: unknown,
  args: AddCustomItemArgs,
  { shop: { world } }: RequestContext,
) {
  const edit = findOrderEdit(world, args.id);
  if (edit === undefined) return refusedEdit(NO_SUCH_EDIT);
  const problem = problemWith(args, world.shop.currencyCode);
  if (problem !== null) return refusedEdit(problem, edit);
  const unitPriceMinor = toMinor(world, args.price.amount);
  const uuid = uuidOf(`edit ${edit.id} line ${edit.addedLines.length}`);
  edit.addedLines.push({
    uuid,
    product: customProduct({ title: args.title, priceMinor: unitPriceMinor }),
    quantity: args.quantity,
    unitPriceMinor,
    isTaxable: args.taxable !== false,
    requiresShipping: args.requiresShipping === true,
  });
  return editPayload(edit, uuid);
}

function problemWith(
  { title, quantity, price }: AddCustomItemArgs,
  currencyCode: string,
): UserError | null {
  if (title.trim() === "") return userError(["title"], "can't be blank");
  if (title.length > MAX_TITLE_CHARACTERS)
    return userError(["title"], `is too long (maximum is ${MAX_TITLE_CHARACTERS} characters)`);
  const problem = problemWithQuantity(quantity, 1);
  if (problem !== null) return userError(["quantity"], "must be greater than 0");
  if (price.currencyCode !== currencyCode)
    return userError(["price", "amount"], `Currency must be ${currencyCode}.`);
  return Number(price.amount) < 0
    ? userError(["price", "amount"], "must be greater than or equal to 0")
    : null;
}
