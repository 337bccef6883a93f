import {
  getNamedType,
  isCompositeType,
  type FieldNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
} from "graphql";
import { costOfRootField, fieldCost } from "./operation-cost.ts";
import { selectedFields, type DocumentView } from "./selected-fields.ts";

/** One entry of `extensions.cost.fields`. */
export type FieldCost = {
  readonly path: readonly string[];
  /** The field's own price; null for connections, whose price depends on their size. */
  readonly definedCost: number | null;
  readonly requestedTotalCost: number;
  /** What is selected in it; null for scalars. */
  readonly requestedChildrenCost: number | null;
};

/** The requested cost field by field, children before their parent, as the cost-debug header asks for. */
export function costOfEachField(
  view: DocumentView,
  operation: OperationDefinitionNode,
): FieldCost[] {
  const root = view.schema.getRootType(operation.operation);
  if (!root) return [];
  return selectedFields(view, root, operation.selectionSet).flatMap(({ field }) =>
    explain(view, root, field, [], costOfRootField(view, operation, root, field)),
  );
}

function explain(
  view: DocumentView,
  parent: GraphQLCompositeType,
  field: FieldNode,
  parentPath: readonly string[],
  requestedTotalCost: number,
): FieldCost[] {
  const path = [...parentPath, field.alias?.value ?? field.name.value];
  const definition = "getFields" in parent ? parent.getFields()[field.name.value] : undefined;
  const type = definition && getNamedType(definition.type);
  if (!isCompositeType(type) || field.selectionSet === undefined)
    return [{ path, definedCost: 0, requestedTotalCost, requestedChildrenCost: null }];
  const inner = selectedFields(view, type, field.selectionSet);
  const requestedChildrenCost = inner.reduce(
    (sum, child) => sum + fieldCost(view, child.type, child.field, undefined),
    0,
  );
  return [
    ...inner.flatMap((child) =>
      explain(
        view,
        child.type,
        child.field,
        path,
        fieldCost(view, child.type, child.field, undefined),
      ),
    ),
    {
      path,
      definedCost: type.name.endsWith("Connection")
        ? null
        : Math.max(0, requestedTotalCost - requestedChildrenCost),
      requestedTotalCost,
      requestedChildrenCost,
    },
  ];
}
