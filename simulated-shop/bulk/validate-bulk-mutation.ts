import {
  getNamedType,
  GraphQLError,
  isCompositeType,
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
import { syntaxErrorTextWithPlace } from "../admin-api/errors/syntax-error.ts";
import { validateDocument } from "../admin-api/errors/validate-document.ts";
import { userError, type UserError } from "../admin-api/mutations/user-error.ts";
import { MAX_DOCUMENT_BYTES } from "./document-size.ts";

export type CheckedBulkMutation =
  | {
      readonly kind: "mutation";
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
    }
  | { readonly kind: "invalid"; readonly errors: readonly UserError[] };

/** The only mutations that cannot be run in bulk are the bulk ones themselves. */
const DISALLOWED: ReadonlySet<string> = new Set([
  "bulkOperationRunMutation",
  "bulkOperationRunQuery",
]);

/** Checks a bulk mutation. Its errors come in two families (SHOPIFY-FACTS §7.9): without field and with a code, or the other way round. */
export function validateBulkMutation(schema: GraphQLSchema, text: string): CheckedBulkMutation {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return invalid(
      userError(
        null,
        `Failed to parse the mutation - ${syntaxErrorTextWithPlace(error)}`,
        "INVALID_MUTATION",
      ),
    );
  }
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const root = schema.getMutationType();
  if (operation?.operation !== OperationTypeNode.MUTATION || !root) {
    return invalid(
      userError(
        null,
        "Invalid operation type. Only `mutation` operations are supported.",
        "INVALID_MUTATION",
      ),
    );
  }
  const view = viewDocument(schema, document, {});
  const [first, ...others] = selectedFields(view, root, operation.selectionSet);
  if (first === undefined || others.length > 0)
    return invalid(userError(["mutation"], "You must specify a single top level mutation."));
  if (DISALLOWED.has(first.field.name.value))
    return invalid(userError(["mutation"], "You must use an allowed mutation name."));
  const [schemaError] = validateDocument(schema, document);
  if (schemaError !== undefined)
    return invalid(userError(null, schemaError.message, "INVALID_MUTATION"));
  if (countConnections(view, root, operation.selectionSet) > 1) {
    return invalid(
      userError(["mutation"], "Bulk mutations cannot contain more than 1 connection."),
    );
  }
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > MAX_DOCUMENT_BYTES) {
    const message = `is too large (${sizeBytes} bytes; maximum is ${MAX_DOCUMENT_BYTES} bytes)`;
    return invalid(userError(["query"], message, "INVALID_MUTATION"));
  }
  return { kind: "mutation", document, operation };
}

function invalid(...errors: UserError[]): CheckedBulkMutation {
  return { kind: "invalid", errors };
}

function countConnections(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): number {
  let count = 0;
  for (const { field, type: parent } of selectedFields(view, type, selectionSet)) {
    const definition = "getFields" in parent ? parent.getFields()[field.name.value] : undefined;
    const fieldType = definition && getNamedType(definition.type);
    if (!isCompositeType(fieldType) || field.selectionSet === undefined) continue;
    if (fieldType.name.endsWith("Connection")) count += 1;
    count += countConnections(view, fieldType, field.selectionSet);
  }
  return count;
}
