import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { StageUploadDocument, StartBulkMutationDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

/** Shopify takes no larger upload for one operation. */
const largestUploadBytes = 100_000_000;

/**
 * Uploads one line of variables per change and starts the bulk mutation that makes them all. Returns its number; the
 * result's lines are matched with these by their position. Fails as "busy" when too many run already.
 */
export async function runBulkMutation<Data, Variables extends object>(
  admin: AdminClient,
  mutation: TypedDocumentNode<Data, Variables>,
  lines: Iterable<Variables>,
): Promise<bigint> {
  const upload = new Blob(toJsonLines(lines), { type: "text/jsonl" });
  if (upload.size > largestUploadBytes) {
    throw new Error(
      `${upload.size} bytes are too many for one bulk mutation; split them into several`,
    );
  }
  const stagedUploadPath = await stageUpload(admin, upload);
  const { bulkOperationRunMutation } = await admin.request(
    StartBulkMutationDocument,
    { mutation: print(mutation), stagedUploadPath },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkMutation", bulkOperationRunMutation);
}

function toJsonLines(lines: Iterable<object>): string[] {
  return Array.from(lines, (line) => `${JSON.stringify(line)}\n`);
}

/** Puts the file where Shopify told us to, and returns the path under which the operation will look for it. */
async function stageUpload(admin: AdminClient, upload: Blob): Promise<string> {
  const { stagedUploadsCreate } = await admin.request(StageUploadDocument, {
    input: [
      {
        resource: "BULK_MUTATION_VARIABLES",
        filename: "lines.jsonl",
        mimeType: "text/jsonl",
        httpMethod: "POST",
      },
    ],
  });
  const target = stagedUploadsCreate?.stagedTargets?.[0];
  const path = target?.parameters.find(({ name }) => name === "key")?.value;
  if (!target?.url || path === undefined) {
    throw new ShopifyCallFailed(
      "refused",
      admin.shop,
      "StageUpload",
      "Shopify named no place to upload to",
    );
  }

  const form = new FormData();
  for (const { name, value } of target.parameters) form.append(name, value);
  form.append("file", upload, "lines.jsonl"); // last, or the storage ignores what follows it
  const response = await admin.fetch(target.url, { method: "POST", body: form });
  await response.body?.cancel();
  if (!response.ok) {
    throw new ShopifyCallFailed(
      "unreachable",
      admin.shop,
      "StageUpload",
      `the upload was answered HTTP ${response.status}`,
    );
  }
  return path;
}
