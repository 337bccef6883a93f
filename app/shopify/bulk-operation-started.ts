import { idOfGid } from "./gid.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

interface StartPayload {
  bulkOperation: { id: string } | null;
  userErrors: { code: string | null; message: string }[];
}

const busyCodes = new Set(["LIMIT_REACHED", "OPERATION_IN_PROGRESS"]);

/** The number of the operation that was started. Shopify runs five of a kind at a time; a sixth fails as "busy". */
export function bulkOperationStarted(
  shop: string,
  operation: string,
  payload: StartPayload | null,
): bigint {
  if (payload?.bulkOperation) return idOfGid("BulkOperation", payload.bulkOperation.id);
  const [error] = payload?.userErrors ?? [];
  const failure = busyCodes.has(error?.code ?? "") ? "busy" : "refused";
  throw new ShopifyCallFailed(
    failure,
    shop,
    operation,
    error?.code ?? error?.message ?? "no operation was started",
  );
}
