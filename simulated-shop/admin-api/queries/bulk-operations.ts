import { GraphQLError } from "graphql";
import type { BulkOperation } from "../../world/bulk-operation.ts";
import { parseGid } from "../../world/gid.ts";
import { compareKeys, Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { compileSearch } from "../search/compile-search.ts";
import { byId, byMoment, type FilterMaker, type SearchFilters } from "../search/search-filter.ts";

const filters: SearchFilters<BulkOperation> = {
  byField: {
    id: byId(({ id }) => id),
    created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
    status: oneOf(
      ["created", "running", "completed", "canceling", "canceled", "failed"],
      ({ status }) => status,
    ),
    operation_type: oneOf(["query", "mutation"], ({ type }) => type),
  },
  freeText: () => () => true,
};

export const bulkOperationQueries = {
  bulkOperation: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    if (gid?.type !== "BulkOperation")
      throw new GraphQLError(`Invalid id: ${id}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
    return shop.world.bulkOperations.get(gid.id) ?? null;
  },
  bulkOperations: (
    _root: unknown,
    args: ConnectionArgs & { query?: string | null; sortKey: string },
    context: RequestContext,
  ) => {
    // Newest first is what Shopify returns: its CREATED_AT order runs from the latest operation down.
    const keyOf = (operation: BulkOperation): CursorKey => ({
      id: -operation.id,
      value: -sortMomentMs(operation, args.sortKey),
    });
    const operations = [...context.shop.world.bulkOperations.values()].sort((a, b) =>
      compareKeys(keyOf(a), keyOf(b)),
    );
    const rows = args.query
      ? operations.filter(compileSearch(args.query, filters, "bulkOperations", context))
      : operations;
    const connection = new Connection(rows, args, keyOf);
    // Told of the field itself here; other connections tell of the rows below them.
    connection.requirePage();
    return connection;
  },
  currentBulkOperation: (
    _root: unknown,
    { type }: { type: BulkOperation["type"] },
    { shop }: RequestContext,
  ) =>
    [...shop.world.bulkOperations.values()].findLast((operation) => operation.type === type) ??
    null,
} satisfies TypeResolvers;

function sortMomentMs({ createdAtMs, completedAtMs }: BulkOperation, sortKey: string): number {
  return sortKey === "COMPLETED_AT" ? (completedAtMs ?? 0) : createdAtMs;
}

function oneOf(
  accepted: readonly string[],
  valueOf: (operation: BulkOperation) => string,
): FilterMaker<BulkOperation> {
  return (value) =>
    accepted.includes(value.toLowerCase())
      ? (operation) => valueOf(operation).toLowerCase() === value.toLowerCase()
      : undefined;
}
