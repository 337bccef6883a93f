import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { AnyFieldResolver, RequestContext } from "../field-resolver.ts";
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

/** Puts a resolver on every field of every object type. */
export function attachResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = asGraphqlResolver(resolverOf(type.name, field.name));
    }
  }
}

/** The one place where graphql-js's loosely typed source and arguments meet a resolver's own types. */
function asGraphqlResolver(
  resolve: AnyFieldResolver,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context) => resolve(source as never, args as never, context);
}

/** Which object type a value of an interface or union is: views carry `__typename`, the world's objects `gidType`. */
export function typeNameOfValue(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const typeName: unknown = Reflect.get(value, "__typename") ?? Reflect.get(value, "gidType");
  return typeof typeName === "string" ? typeName : undefined;
}
