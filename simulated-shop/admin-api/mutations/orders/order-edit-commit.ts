import { commitOrderEdit, hasChanges } from "../../../world/edit-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findOrderEdit, NO_SUCH_EDIT } from "./find-order-edit.ts";

type CommitArgs = { id: string; notifyCustomer?: boolean | null; staffNote?: string | null };

/** `orderEditCommit`. */
export function orderEditCommit(
  _root: unknown,
  { id, notifyCustomer, staffNote }: CommitArgs,
  { shop: { world } }: RequestContext,
) {
  const edit = findOrderEdit(world, id);
  if (edit === undefined) return refuse(NO_SUCH_EDIT);
  if (!hasChanges(edit))
    return refuse(userError(["id"], "There must be at least one change to be made."));
  const isNotified = notifyCustomer === true;
  commitOrderEdit(world, edit, { notifyCustomer: isNotified, staffNote: staffNote ?? null });
  return {
    order: edit.order,
    successMessages: [isNotified ? "Order updated and notification sent" : "Order updated"],
    userErrors: [],
  };
}

function refuse(error: object) {
  return { order: null, successMessages: null, userErrors: [error] };
}
