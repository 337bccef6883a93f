import { getNamedType, getNullableType, isListType, isObjectType } from "graphql";
import type { GraphQLError, GraphQLField, GraphQLObjectType } from "graphql";
import type { SimulatedShopConfig } from "../../context.ts";
import { notApproved, scopeMissing } from "./access-errors.ts";
import { isGranted, type AccessRule, type AccessRules } from "./access-rules.ts";
import { PROTECTED_TYPES } from "./protected-data.ts";

/** Why an app may not have a field; null when it may. */
export type FieldGuard = (
  config: Pick<SimulatedShopConfig, "scopes" | "protectedData">,
) => GraphQLError | null;

/**
 * The guard of a field; null for the many that are free. The field's own rule comes before that of the type it
 * returns; a connection is as closed as its nodes are.
 */
export function guardField(
  rules: AccessRules,
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): FieldGuard | null {
  const name = `${parent.name}.${field.name}`;
  const { typeName, isConnection } = returnedTypeOf(field);
  const ownRule = rules.scopeRules.get(name);
  const rule = ownRule ?? rules.scopeRules.get(typeName);
  const toldRule = ownRule !== undefined || !isConnection ? rule : undefined;
  const isProtectedField = rules.protectedFields.has(name);
  const returnsProtectedType = PROTECTED_TYPES.has(typeName) && !PROTECTED_TYPES.has(parent.name);
  if (rule === undefined && !isProtectedField && !returnsProtectedType) return null;
  return ({ scopes, protectedData }) => {
    if (rule !== undefined && !isAllowed(rule, scopes))
      return scopeMissing(field.name, toldRule ?? null);
    if (returnsProtectedType && protectedData === "none") return notApproved(`${typeName} object`);
    if (isProtectedField && protectedData !== "level2") return notApproved(`${field.name} field`);
    return null;
  };
}

/** What `node` and `nodes` find is as closed as its own type is: a denied object becomes its error. */
export function guardNode(
  rules: AccessRules,
  fieldName: string,
  typeNameOf: (value: unknown) => string | undefined,
): (value: unknown, config: Pick<SimulatedShopConfig, "scopes" | "protectedData">) => unknown {
  return function guarded(value, config): unknown {
    if (Array.isArray(value)) return value.map((item) => guarded(item, config));
    const typeName = typeNameOf(value);
    if (typeName === undefined) return value;
    const rule = rules.scopeRules.get(typeName);
    if (rule !== undefined && !isAllowed(rule, config.scopes)) return scopeMissing(fieldName, rule);
    return PROTECTED_TYPES.has(typeName) && config.protectedData === "none"
      ? notApproved(`${typeName} object`)
      : value;
  };
}

function isAllowed({ anyOfScopes }: AccessRule, granted: readonly string[]): boolean {
  return anyOfScopes.some((scope) => isGranted(granted, scope));
}

function returnedTypeOf({ type }: GraphQLField<unknown, unknown>): {
  typeName: string;
  isConnection: boolean;
} {
  const named = getNamedType(type);
  if (!isObjectType(named) || !named.name.endsWith("Connection"))
    return { typeName: named.name, isConnection: false };
  const { nodes, edges } = named.getFields();
  const rows = getNullableType((nodes ?? edges)?.type);
  const row = isListType(rows) ? getNamedType(rows) : named;
  const node = isObjectType(row) ? (row.getFields()["node"]?.type ?? row) : row;
  return { typeName: getNamedType(node).name, isConnection: true };
}
