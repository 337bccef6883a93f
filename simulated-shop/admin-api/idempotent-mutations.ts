import { getDirectiveValues, GraphQLError, type GraphQLFieldResolver } from "graphql";
import type { RequestContext } from "./field-resolver.ts";
import { userError } from "./mutations/user-error.ts";
import type { World } from "../world/world.ts";

/** Mutations that may not run without an `@idempotent(key:)`, since API version 2026-04. */
const IDEMPOTENT_MUTATIONS: ReadonlySet<string> = new Set(["refundCreate"]);

type Kept = { readonly args: string; readonly answer: unknown };

/** Answers by mutation and key; Shopify keeps them a day, here they last as long as the world. */
const keptByWorld = new WeakMap<World, Map<string, Kept>>();

/**
 * Demands the directive of the mutations that need it: a request that comes again with its key gets the first answer,
 * another request with the same key an error.
 */
export function withIdempotency(
  mutation: string,
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): GraphQLFieldResolver<unknown, RequestContext> {
  if (!IDEMPOTENT_MUTATIONS.has(mutation)) return resolve;
  return (source, args, context, info) => {
    const directive = info.schema.getDirective("idempotent");
    const node = info.fieldNodes[0];
    const values = directive && node && getDirectiveValues(directive, node, info.variableValues);
    const key: unknown = values?.["key"];
    if (typeof key !== "string" || key.trim() === "")
      throw new GraphQLError(
        "The @idempotent directive is required for this mutation but was not provided.",
        { extensions: { code: "BAD_REQUEST" } },
      );
    const { world } = context.shop;
    const kept = keptByWorld.get(world) ?? new Map<string, Kept>();
    keptByWorld.set(world, kept);
    const place = `${mutation} ${key}`;
    const text = JSON.stringify(args);
    const before = kept.get(place);
    if (before !== undefined)
      return before.args === text
        ? before.answer
        : { userErrors: [OTHER_PARAMETERS], refund: null, order: null };
    const answer: unknown = resolve(source, args, context, info);
    kept.set(place, { args: text, answer });
    return answer;
  };
}

const OTHER_PARAMETERS = userError(
  null,
  "The same idempotency key cannot be used with different operation parameters.",
  "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
);
