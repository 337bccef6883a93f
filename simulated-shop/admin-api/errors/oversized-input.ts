import { GraphQLError, Kind, type OperationDefinitionNode } from "graphql";

/** Arrays in arguments may have this many items. */
export const MAX_INPUT_ARRAY_ITEMS = 250;

/** Finds the first argument array with too many items. */
export function findOversizedInput(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    for (const argument of selection.arguments ?? []) {
      if (argument.value.kind !== Kind.VARIABLE) continue;
      const found = findLongArray(variables[argument.value.name.value], [
        selection.alias?.value ?? selection.name.value,
        argument.name.value,
      ]);
      if (found === null) continue;
      return new GraphQLError(
        `The input array size of ${found.size} is greater than the maximum allowed of ${MAX_INPUT_ARRAY_ITEMS}.`,
        { nodes: selection, path: found.path, extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } },
      );
    }
  }
  return null;
}

function findLongArray(
  value: unknown,
  path: readonly (string | number)[],
): { size: number; path: readonly (string | number)[] } | null {
  if (Array.isArray(value) && value.length > MAX_INPUT_ARRAY_ITEMS)
    return { size: value.length, path };
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findLongArray(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}
