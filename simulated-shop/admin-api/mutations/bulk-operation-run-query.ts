import { runBulkQuery } from "../../bulk/run-bulk-query.ts";
import { validateBulkQuery } from "../../bulk/validate-bulk-query.ts";
import { findUnansweredField } from "../schema/find-unanswered-field.ts";
import { unansweredError } from "../schema/unanswered.ts";
import type { RequestContext } from "../field-resolver.ts";
import { userError } from "./user-error.ts";

/** `bulkOperationRunQuery`. */
export function bulkOperationRunQuery(
  _root: unknown,
  { query, groupObjects }: { query: string; groupObjects: boolean },
  context: RequestContext,
) {
  const checked = validateBulkQuery(context.schema, query);
  if (checked.kind === "invalid") {
    return {
      bulkOperation: null,
      userErrors: checked.messages.map((message) => userError(["query"], message, "INVALID")),
    };
  }
  const unanswered = findUnansweredField(checked.view, checked.operation);
  if (unanswered !== null) throw unansweredError(unanswered.typeName, unanswered.fieldName);
  const start = context.bulk.start({ type: "QUERY", query, apiVersion: context.apiVersion }, () =>
    runBulkQuery(checked.view, checked.operation, context, groupObjects),
  );
  if (start.kind === "started") return { bulkOperation: start.operation, userErrors: [] };
  const message = `A bulk query operation for this app and shop is already in progress: ${start.runningGids.join(", ")}.`;
  return { bulkOperation: null, userErrors: [userError(null, message, "OPERATION_IN_PROGRESS")] };
}
