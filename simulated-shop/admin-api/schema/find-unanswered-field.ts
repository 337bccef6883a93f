import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { selectedFields, type DocumentView } from "../cost/selected-fields.ts";
import { isKnownToBeUnanswered } from "./attach-resolvers.ts";

export type UnansweredField = { readonly typeName: string; readonly fieldName: string };

/**
 * The first selected field this shop is known not to answer. Looked for before anything runs, so that a request which
 * asks for it changes nothing and gets no partial data.
 */
export function findUnansweredField(
  view: DocumentView,
  operation: OperationDefinitionNode,
): UnansweredField | null {
  const root = view.schema.getRootType(operation.operation);
  return root ? findIn(view, root, operation.selectionSet) : null;
}

function findIn(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): UnansweredField | null {
  for (const { field, type: parent } of selectedFields(view, type, selectionSet)) {
    const fieldName = field.name.value;
    if (fieldName.startsWith("__")) continue;
    if (isObjectType(parent) && isKnownToBeUnanswered(parent.name, fieldName))
      return { typeName: parent.name, fieldName };
    const definition = "getFields" in parent ? parent.getFields()[fieldName] : undefined;
    const fieldType = definition && getNamedType(definition.type);
    if (!isCompositeType(fieldType) || field.selectionSet === undefined) continue;
    const found = findIn(view, fieldType, field.selectionSet);
    if (found !== null) return found;
  }
  return null;
}
