import { parseGid } from "../../world/gid.ts";
import type { RequestContext } from "../field-resolver.ts";
import { userError } from "./user-error.ts";

/** `bulkOperationCancel`. */
export function bulkOperationCancel(
  _root: unknown,
  { id }: { id: string },
  { shop, bulk }: RequestContext,
) {
  const gid = parseGid(id);
  const operation =
    gid?.type === "BulkOperation" ? shop.world.bulkOperations.get(gid.id) : undefined;
  if (operation === undefined)
    return {
      bulkOperation: null,
      userErrors: [userError(["id"], "Bulk operation does not exist")],
    };
  if (bulk.cancel(operation)) return { bulkOperation: operation, userErrors: [] };
  const message = `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`;
  return { bulkOperation: operation, userErrors: [userError(null, message)] };
}
