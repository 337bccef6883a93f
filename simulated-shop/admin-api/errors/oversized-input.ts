import { GraphQLError, Kind, valueFromASTUntyped, type OperationDefinitionNode } from "graphql";

/** Arrays in arguments may have this many items. */
export const MAX_INPUT_ARRAY_ITEMS = 250;

/** Finds the argument arrays with too many items, one for each root field, written out or in variables. */
export function findOversizedInputs(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  return operation.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    for (const argument of selection.arguments ?? []) {
      const found = findLongArray(valueFromASTUntyped(argument.value, variables), [
        selection.alias?.value ?? selection.name.value,
        argument.name.value,
      ]);
      if (found === null) continue;
      const message = `The input array size of ${found.size} is greater than the maximum allowed of ${MAX_INPUT_ARRAY_ITEMS}.`;
      const extensions = { code: "MAX_INPUT_SIZE_EXCEEDED" };
      return [new GraphQLError(message, { nodes: selection, path: found.path, extensions })];
    }
    return [];
  });
}

/** The path names fields only: `["productSet", "input", "variants", "inventoryQuantities"]`. */
function findLongArray(
  value: unknown,
  path: readonly string[],
): { size: number; path: readonly string[] } | null {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value) && value.length > MAX_INPUT_ARRAY_ITEMS)
    return { size: value.length, path };
  for (const [key, inner] of Object.entries(value)) {
    const found = findLongArray(inner, Array.isArray(value) ? path : [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
