export type BulkOperationStatus =
  "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED" | "EXPIRED";

/** One bulk query or bulk mutation. Its times are real time: it is a job, not something the shop's calendar knows. */
export type BulkOperation = {
  readonly gidType: "BulkOperation";
  readonly id: number;
  readonly type: "QUERY" | "MUTATION";
  /** As it was sent. */
  readonly query: string;
  /** The URL's API version: the bulk operation is executed against that schema. */
  readonly apiVersion: string;
  readonly clientId: string;
  status: BulkOperationStatus;
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  readonly createdAtMs: number;
  completedAtMs: number | null;
  objectCount: number;
  rootObjectCount: number;
  fileSizeBytes: number | null;
  url: string | null;
  partialDataUrl: string | null;
};
