import type { BulkOperation } from "../../world/bulk-operation.ts";
import type { TypeResolvers } from "../field-resolver.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";

export const bulkOperationResolvers = {
  id: nodeFields.id,
  type: ({ type }: BulkOperation) => type,
  query: ({ query }: BulkOperation) => query,
  status: ({ status }: BulkOperation) => status,
  errorCode: ({ errorCode }: BulkOperation) => errorCode,
  createdAt: ({ createdAtMs }: BulkOperation) => dateTimeText(wholeSeconds(createdAtMs)),
  completedAt: ({ completedAtMs }: BulkOperation) =>
    optionalDateTimeText(completedAtMs === null ? null : wholeSeconds(completedAtMs)),
  objectCount: ({ objectCount }: BulkOperation) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }: BulkOperation) => String(rootObjectCount),
  fileSize: ({ fileSizeBytes }: BulkOperation) =>
    fileSizeBytes === null ? null : String(fileSizeBytes),
  url: ({ url }: BulkOperation) => url,
  partialDataUrl: ({ partialDataUrl }: BulkOperation) => partialDataUrl,
} satisfies TypeResolvers;

function wholeSeconds(momentMs: number): number {
  return Math.floor(momentMs / 1000) * 1000;
}
