import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import {
  selectedFields,
  viewDocument,
  type DocumentView,
} from "../admin-api/cost/selected-fields.ts";
import { syntaxErrorText } from "../admin-api/errors/syntax-error.ts";
import { validateDocument } from "../admin-api/errors/validate-document.ts";
import { findNodeField, nodeTypeOf } from "./connection-shape.ts";
import { MAX_DOCUMENT_BYTES } from "./document-size.ts";

export type CheckedBulkQuery =
  | {
      readonly kind: "query";
      readonly view: DocumentView;
      readonly operation: OperationDefinitionNode;
    }
  | { readonly kind: "invalid"; readonly messages: readonly string[] };

const MAX_CONNECTIONS = 5;
const MAX_NESTING_DEPTH = 2;

/** What the rules below look at. */
type Findings = {
  connectionCount: number;
  deepestNesting: number;
  readonly selectedByNodes: string[];
  readonly parentsWithoutId: string[];
  isInsideList: boolean;
};

/** Checks a bulk query against the schema and the restrictions of SHOPIFY-FACTS §3.2, in Shopify's words. */
export function validateBulkQuery(schema: GraphQLSchema, text: string): CheckedBulkQuery {
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > MAX_DOCUMENT_BYTES)
    return invalid(
      `Query is too large (${sizeBytes} bytes; maximum is ${MAX_DOCUMENT_BYTES} bytes)`,
    );
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return invalid(`Invalid bulk query: ${syntaxErrorText(error)}`);
  }
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const root = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !root)
    return invalid("Invalid operation type. Only `query` operations are supported.");
  const schemaErrors = validateDocument(schema, document);
  if (schemaErrors.length > 0)
    return invalid(...schemaErrors.map((error) => `Invalid bulk query: ${error.message}`));

  const view = viewDocument(schema, document, {});
  const messages = [
    ...topLevelNodeProblems(view, root, operation),
    ...restrictionProblems(view, root, operation),
  ];
  return messages.length > 0 ? invalid(...messages) : { kind: "query", view, operation };
}

function invalid(...messages: string[]): CheckedBulkQuery {
  return { kind: "invalid", messages };
}

function topLevelNodeProblems(
  view: DocumentView,
  root: GraphQLCompositeType,
  operation: OperationDefinitionNode,
): string[] {
  return selectedFields(view, root, operation.selectionSet)
    .filter(({ field }) => field.name.value === "node" || field.name.value === "nodes")
    .map(({ field }) => `Bulk queries cannot contain a top level \`${field.name.value}\` field.`);
}

function restrictionProblems(
  view: DocumentView,
  root: GraphQLCompositeType,
  operation: OperationDefinitionNode,
): string[] {
  const findings: Findings = {
    connectionCount: 0,
    deepestNesting: 0,
    selectedByNodes: [],
    parentsWithoutId: [],
    isInsideList: false,
  };
  inspect(view, root, operation.selectionSet, { depth: 0, isInsideList: false }, findings);
  const [firstByNodes] = findings.selectedByNodes;
  const problems: string[] = [];
  if (findings.connectionCount === 0)
    problems.push("Bulk queries must contain at least one connection.");
  if (findings.connectionCount > MAX_CONNECTIONS)
    problems.push(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`);
  if (findings.deepestNesting > MAX_NESTING_DEPTH) {
    problems.push(
      `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_NESTING_DEPTH}.`,
    );
  }
  if (findings.isInsideList)
    problems.push(
      "Queries that contain a connection field within a list field are not currently supported.",
    );
  if (firstByNodes !== undefined) {
    problems.push(
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${firstByNodes} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${findings.selectedByNodes.join("', '")}'.`,
    );
  }
  if (findings.parentsWithoutId.length > 0) {
    problems.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${findings.parentsWithoutId.join(", ")}.`,
    );
  }
  return problems;
}

/** Walks a selection. Returns whether a connection lies somewhere in it. */
function inspect(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
  place: { depth: number; isInsideList: boolean },
  findings: Findings,
): boolean {
  let holdsConnection = false;
  for (const { field, type: parent } of selectedFields(view, type, selectionSet)) {
    const definition = "getFields" in parent ? parent.getFields()[field.name.value] : undefined;
    const fieldType = definition && getNamedType(definition.type);
    if (definition === undefined || !isCompositeType(fieldType) || field.selectionSet === undefined)
      continue;
    if (!fieldType.name.endsWith("Connection")) {
      const isInsideList = place.isInsideList || isListType(getNullableType(definition.type));
      if (inspect(view, fieldType, field.selectionSet, { ...place, isInsideList }, findings))
        holdsConnection = true;
      continue;
    }
    holdsConnection = true;
    findings.connectionCount += 1;
    findings.deepestNesting = Math.max(findings.deepestNesting, place.depth);
    if (place.isInsideList) findings.isInsideList = true;
    const node = findNodeField(view, fieldType, field.selectionSet);
    if (node?.selectionSet === undefined) {
      findings.selectedByNodes.push(field.name.value);
      continue;
    }
    const holdsNested = inspect(
      view,
      nodeTypeOf(fieldType),
      node.selectionSet,
      { depth: place.depth + 1, isInsideList: false },
      findings,
    );
    const selectsId = node.selectionSet.selections.some(
      (selection) =>
        selection.kind === Kind.FIELD &&
        selection.name.value === "id" &&
        selection.alias === undefined,
    );
    if (holdsNested && !selectsId) findings.parentsWithoutId.push(field.name.value);
  }
  return holdsConnection;
}
