import { type DocumentNode, Kind, print, visit } from "graphql";
import {
  ListRecentBulkMutationsDocument,
  StageUploadDocument,
  StartBulkMutationDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";
import { idOfGid } from "./gid.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

/** Shopify takes no larger upload for one operation. */
const largestUploadBytes = 100_000_000;

/** A mutation, and the variables of each time it is to be run. */
export interface BulkMutation {
  document: DocumentNode;
  lines: readonly object[];
}

/** Uploads the variables, one line each, and returns the path under which `startBulkMutation` finds them. */
export async function stageLines(admin: AdminClient, lines: readonly object[]): Promise<string> {
  const upload = new Blob(toJsonLines(lines), { type: "text/jsonl" });
  if (upload.size > largestUploadBytes) {
    throw new Error(
      `${upload.size} bytes are too many for one bulk mutation; split them into several`,
    );
  }
  return stageUpload(admin, upload);
}

/**
 * Starts the bulk mutation that runs once per uploaded line. Returns its number; the result's lines are matched with
 * these by their position. Fails as "busy" when too many run already. When the answer is lost the operation may be at
 * work all the same: `findBulkMutation` finds it by the id given here.
 */
export async function startBulkMutation(
  admin: AdminClient,
  { document }: BulkMutation,
  stagedUploadPath: string,
  id: string,
): Promise<bigint> {
  const { bulkOperationRunMutation } = await admin.request(
    StartBulkMutationDocument,
    { mutation: print(signed(document, id)), stagedUploadPath },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkMutation", bulkOperationRunMutation);
}

/** How far two clocks may differ. */
const clockSkewMs = 300_000;

/** The operation that was started under this id; null when there is none. */
export async function findBulkMutation(
  admin: AdminClient,
  id: string,
  startedAt: Date,
): Promise<bigint | null> {
  const since = new Date(startedAt.getTime() - clockSkewMs).toISOString();
  const { bulkOperations } = await admin.request(ListRecentBulkMutationsDocument, {
    query: `operation_type:mutation created_at:>='${since}'`,
  });
  const found = bulkOperations.nodes.find(({ query }) => query.includes(signatureOf(id)));
  return found === undefined ? null : idOfGid("BulkOperation", found.id);
}

/** Shopify gives a mutation back as it was sent, so its name can say whose it is. */
function signed(document: DocumentNode, id: string): DocumentNode {
  return visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      name: { kind: Kind.NAME, value: `${operation.name?.value ?? "Write"}${signatureOf(id)}` },
    }),
  });
}

function signatureOf(id: string): string {
  return `_${id.replaceAll("-", "")}`;
}

function toJsonLines(lines: readonly object[]): string[] {
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
