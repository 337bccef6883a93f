import {
  getNamedType,
  isObjectType,
  responsePathAsArray,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { AccessRules } from "../access/access-rules.ts";
import { guardField, guardNode, type FieldGuard } from "../access/guard-field.ts";
import type { AnyFieldResolver, RequestContext } from "../field-resolver.ts";
import { withIdempotency } from "../idempotent-mutations.ts";
import { RESOLVERS } from "../registry.ts";
import { unansweredError } from "./unanswered.ts";

/**
 * The function that answers a field: a registered resolver; for types without any (payloads, money, pages) the property
 * of that name. A registered type's unregistered field, or a property that is not there, fails naming the field.
 */
export function resolverOf(typeName: string, fieldName: string): AnyFieldResolver {
  const registered = RESOLVERS[typeName];
  if (registered === undefined) return readProperty(typeName, fieldName);
  return (
    registered[fieldName] ??
    (() => {
      throw unansweredError(typeName, fieldName);
    })
  );
}

/** True when it is known before running anything that this field has no answer. */
export function isKnownToBeUnanswered(typeName: string, fieldName: string): boolean {
  const registered = RESOLVERS[typeName];
  return registered !== undefined && registered[fieldName] === undefined;
}

function readProperty(typeName: string, fieldName: string): AnyFieldResolver {
  return (source: unknown) => {
    if (typeof source === "object" && source !== null && fieldName in source)
      return Reflect.get(source, fieldName) as unknown;
    throw unansweredError(typeName, fieldName);
  };
}

const guards = new WeakMap<object, FieldGuard>();

/** Why the app may not have a field of an attached schema; null when it may. For who calls resolvers without graphql-js. */
export function denialOf(field: object, config: Parameters<FieldGuard>[0]): GraphQLError | null {
  return guards.get(field)?.(config) ?? null;
}

/** Puts a resolver on every field of every object type, and before it what the field asks of the app. */
export function attachResolvers(schema: GraphQLSchema, accessRules: AccessRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const plain = asGraphqlResolver(resolverOf(type.name, field.name));
      const resolve = type.name === "Mutation" ? withIdempotency(field.name, plain) : plain;
      const guard = guardField(accessRules, type, field);
      if (guard !== null) guards.set(field, guard);
      if (getNamedType(field.type).name === "Node") {
        const guardFound = guardNode(accessRules, field.name, typeNameOfValue);
        field.resolve = (source, args, context: RequestContext, info) =>
          guardFound(resolve(source, args, context, info), context.shop.config);
      } else field.resolve = guard === null ? resolve : guarded(resolve, guard);
    }
  }
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
  guard: FieldGuard,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    const denial = guard(context.shop.config);
    if (denial !== null) throw denial;
    return resolve(source, args, context, info);
  };
}

/** The one place where graphql-js's loosely typed source and arguments meet a resolver's own types. */
function asGraphqlResolver(
  resolve: AnyFieldResolver,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    const { searchNotices } = context;
    const noticesBefore = searchNotices.length;
    const value = resolve(source as never, args as never, context);
    // A search knows which field it is for; where that stands in the answer, aliases and all, is known here.
    for (let index = noticesBefore; index < searchNotices.length; index += 1) {
      const notice = searchNotices[index];
      if (notice) searchNotices[index] = { ...notice, path: responsePathAsArray(info.path) };
    }
    return value;
  };
}

/** Which object type a value of an interface or union is: views carry `__typename`, the world's objects `gidType`. */
export function typeNameOfValue(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const typeName: unknown = Reflect.get(value, "__typename") ?? Reflect.get(value, "gidType");
  return typeof typeName === "string" ? typeName : undefined;
}
