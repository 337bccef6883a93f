import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isSpecifiedScalarType,
  type GraphQLError,
  type GraphQLInputType,
} from "graphql";

/** One input problem in graphql-ruby's words; graphql-js's own message where there is no known counterpart. */
export function explainInputError(
  value: unknown,
  error: GraphQLError,
  rootType: GraphQLInputType,
  path: readonly (string | number)[],
): string {
  const oneOf = /^Exactly one key must be specified for OneOf type "(\w+)"\.$/.exec(error.message);
  if (oneOf)
    return `'${oneOf[1] ?? ""}' requires exactly one argument, but ${countKeys(value)} were provided.`;
  const undefinedField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message);
  if (undefinedField) return `Field is not defined on ${undefinedField[2] ?? ""}`;
  if (
    value === null ||
    value === undefined ||
    /was not provided|not to be null/.test(error.message)
  )
    return "Expected value to not be null";
  const type = typeAt(rootType, path);
  const named = type === null ? undefined : getNamedType(type);
  if (isEnumType(named)) {
    return `Expected ${JSON.stringify(value)} to be one of: ${named
      .getValues()
      .map(({ name }) => name)
      .join(", ")}`;
  }
  if (named !== undefined && isSpecifiedScalarType(named))
    return `Could not coerce value ${JSON.stringify(value)} to ${named.name}`;
  return error.message;
}

function typeAt(
  type: GraphQLInputType,
  path: readonly (string | number)[],
): GraphQLInputType | null {
  let current: GraphQLInputType = getNullableType(type);
  for (const key of path) {
    if (isListType(current)) current = getNullableType<GraphQLInputType>(current.ofType);
    if (typeof key === "number") continue;
    if (!isInputObjectType(current)) return null;
    const field = current.getFields()[key];
    if (field === undefined) return null;
    current = getNullableType(field.type);
  }
  return current;
}

function countKeys(value: unknown): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}
