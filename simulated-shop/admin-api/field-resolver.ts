import type { GraphQLSchema } from "graphql";
import type { BulkOperations } from "../bulk/bulk-operations.ts";
import type { SimulatedShopContext } from "../context.ts";
import type { SearchNotice } from "./search/search-notice.ts";
import type { ApiVersion } from "./schema/api-versions.ts";

/** What a resolver knows about the request it works for. */
export type RequestContext = {
  readonly shop: SimulatedShopContext;
  readonly bulk: BulkOperations;
  readonly apiVersion: ApiVersion;
  readonly schema: GraphQLSchema;
  /** What a search found odd; ends up in `extensions.search`. */
  readonly searchNotices: SearchNotice[];
};

/**
 * Computes one field. Always synchronous: bulk operations run the same resolvers in a loop over half a million orders.
 * `Args` are coerced by graphql-js against the schema before a resolver sees them.
 */
export type FieldResolver<Source, Args> = (
  source: Source,
  args: Args,
  context: RequestContext,
) => unknown;

/** A resolver whose parameter types only its own file knows. */
export type AnyFieldResolver = FieldResolver<never, never>;

/** Resolvers of one GraphQL object type, by field. */
export type TypeResolvers = Readonly<Record<string, AnyFieldResolver>>;
