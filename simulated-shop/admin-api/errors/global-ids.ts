import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from "graphql";

/** Is this the form of a gid? Every `ID` of the Admin API has it. */
export function isGlobalId(value: string): boolean {
  return /^gid:\/\/\w+\/\w+\/[^/]+$/.test(value);
}

export type InputProblem = {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
  readonly message?: string;
};

/** Finds ids in a coerced variable that are no gids; graphql-js takes any string for an ID. */
export function findInvalidGlobalIds(
  value: unknown,
  type: GraphQLInputType,
  path: readonly (string | number)[] = [],
): InputProblem[] {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return [];
  if (isListType(nullable)) {
    const itemType: GraphQLInputType = nullable.ofType;
    return Array.isArray(value)
      ? value.flatMap((item, index) => findInvalidGlobalIds(item, itemType, [...path, index]))
      : [];
  }
  if (isInputObjectType(nullable) && typeof value === "object") {
    return Object.values(nullable.getFields()).flatMap((field) =>
      findInvalidGlobalIds(Reflect.get(value, field.name), field.type, [...path, field.name]),
    );
  }
  if (getNamedType(nullable).name !== "ID" || typeof value !== "string" || isGlobalId(value))
    return [];
  const message = `Invalid global id '${value}'`;
  return [{ path, explanation: message, message }];
}
