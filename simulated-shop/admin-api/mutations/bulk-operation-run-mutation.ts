import { runBulkMutation } from "../../bulk/run-bulk-mutation.ts";
import { MAX_STAGED_FILE_BYTES } from "../../bulk/staged-uploads.ts";
import { validateBulkMutation } from "../../bulk/validate-bulk-mutation.ts";
import { viewDocument } from "../cost/selected-fields.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findUnansweredField } from "../schema/find-unanswered-field.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { userError, type UserError } from "./user-error.ts";

type RunMutationArgs = {
  mutation: string;
  stagedUploadPath: string;
  clientIdentifier?: string | null;
};

/** `bulkOperationRunMutation`. */
export function bulkOperationRunMutation(
  _root: unknown,
  { mutation, stagedUploadPath, clientIdentifier }: RunMutationArgs,
  context: RequestContext,
) {
  const checked = validateBulkMutation(context.schema, mutation);
  if (checked.kind === "invalid") return refused(...checked.errors);
  if (clientIdentifier != null && clientIdentifier.length < 10) {
    return refused(
      userError(
        ["clientIdentifier"],
        "is too short (minimum is 10 characters)",
        "INVALID_MUTATION",
      ),
    );
  }
  if (clientIdentifier != null && clientIdentifier.length > 255) {
    return refused(
      userError(
        ["clientIdentifier"],
        "is too long (maximum is 255 characters)",
        "INVALID_MUTATION",
      ),
    );
  }
  const unanswered = findUnansweredField(
    viewDocument(context.schema, checked.document, {}),
    checked.operation,
  );
  if (unanswered !== null) throw unansweredError(unanswered.typeName, unanswered.fieldName);
  const staged = context.bulk.uploads.find(stagedUploadPath);
  if (staged === undefined) {
    const message =
      "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.";
    return refused(userError(null, message, "NO_SUCH_FILE"));
  }
  if (staged.sizeBytes === 0)
    return refused(userError(null, "The input file is empty.", "INVALID_STAGED_UPLOAD_FILE"));
  if (staged.sizeBytes > MAX_STAGED_FILE_BYTES) {
    return refused(
      userError(
        null,
        "The input file size exceeds the maximum allowed size of 100 MB.",
        "INVALID_STAGED_UPLOAD_FILE",
      ),
    );
  }
  const start = context.bulk.start(
    { type: "MUTATION", query: mutation, apiVersion: context.apiVersion },
    () => runBulkMutation(staged.path, checked, context),
  );
  if (start.kind === "started") return { bulkOperation: start.operation, userErrors: [] };
  const message = `A bulk mutation operation for this app and shop is already in progress: ${start.runningGids.join(", ")}.`;
  return refused(userError(null, message, "OPERATION_IN_PROGRESS"));
}

function refused(...userErrors: UserError[]) {
  return { bulkOperation: null, userErrors };
}
