import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from "graphql";
import { selectedFields, type DocumentView } from "../admin-api/cost/selected-fields.ts";

/** Type of the rows of a connection: Order of OrderConnection. */
export function nodeTypeOf(connectionType: GraphQLCompositeType): GraphQLCompositeType {
  const nodeType = getNamedType(edgeTypeOf(connectionType).getFields()["node"]?.type);
  if (!isCompositeType(nodeType)) throw new Error(`${connectionType.name} has no node.`);
  return nodeType;
}

/** `node` inside `edges` of a connection's selection; undefined when it is selected another way. */
export function findNodeField(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): FieldNode | undefined {
  const edges = selectedFields(view, type, selectionSet).find(
    ({ field }) => field.name.value === "edges",
  )?.field;
  if (edges?.selectionSet === undefined) return undefined;
  return selectedFields(view, edgeTypeOf(type), edges.selectionSet).find(
    ({ field }) => field.name.value === "node",
  )?.field;
}

function edgeTypeOf(connectionType: GraphQLCompositeType): GraphQLObjectType {
  const edges = isObjectType(connectionType)
    ? getNamedType(connectionType.getFields()["edges"]?.type)
    : undefined;
  if (!isObjectType(edges)) throw new Error(`${connectionType.name} has no edges.`);
  return edges;
}
