import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { FieldError } from "./answer.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";

/** Shopify charges each mutation in a request as if it came alone. */
export const pointsPerMutation = 10;

/** What one of the repeated mutations gave: its payload, or null and why. */
export interface RepeatedAnswer<Payload> {
  payload: Payload | null;
  errors: FieldError[];
}

/**
 * Sends a document of one mutation several times in one request, once per set of variables, and returns the answers
 * in that order. `mutation A($id: ID!) { a(id: $id) }` twice becomes
 * `mutation A($id0: ID!, $id1: ID!) { r0: a(id: $id0) r1: a(id: $id1) }`.
 */
export async function sendRepeated<Data extends object, Variables extends object>(
  admin: AdminClient,
  document: TypedDocumentNode<Data, Variables>,
  variablesList: readonly Variables[],
  options: CallOptions = {},
): Promise<RepeatedAnswer<NonNullable<Data[keyof Data]>>[]> {
  type Payload = NonNullable<Data[keyof Data]>;
  const repeated: TypedDocumentNode<Record<string, Payload | null>, object> = repeatMutation(
    document,
    variablesList.length,
  );
  const variables = Object.fromEntries(
    variablesList.flatMap((each, index) =>
      Object.entries(each).map(([name, value]) => [`${name}${index}`, value]),
    ),
  );
  const { data, fieldErrors } = await admin.requestPartly(repeated, variables, {
    ...options,
    expectedPoints: pointsPerMutation * variablesList.length,
  });
  return variablesList.map((_, index) => ({
    payload: data[`r${index}`] ?? null,
    errors: fieldErrors.filter(({ path }) => path.includes(`r${index}`)),
  }));
}

export function repeatMutation(document: DocumentNode, count: number): DocumentNode {
  const { operation, field } = onlyFieldOf(document);
  const copies = Array.from({ length: count }, (_, index) => ({
    variableDefinitions: (operation.variableDefinitions ?? []).map((node) =>
      numberVariables(node, index),
    ),
    field: {
      ...numberVariables(field, index),
      alias: { kind: Kind.NAME, value: `r${index}` },
    } satisfies FieldNode,
  }));
  const definition: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: copies.flatMap(({ variableDefinitions }) => variableDefinitions),
    selectionSet: { kind: Kind.SELECTION_SET, selections: copies.map(({ field: copy }) => copy) },
  };
  return { kind: Kind.DOCUMENT, definitions: [definition] };
}

function onlyFieldOf(document: DocumentNode): {
  operation: OperationDefinitionNode;
  field: FieldNode;
} {
  const [operation, ...others] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION && others.length === 0) {
    const [field, ...otherFields] = operation.selectionSet.selections;
    if (field?.kind === Kind.FIELD && otherFields.length === 0) return { operation, field };
  }
  throw new Error("only a document of one mutation without fragments can be repeated");
}

function numberVariables<
  Node extends FieldNode | NonNullable<OperationDefinitionNode["variableDefinitions"]>[number],
>(node: Node, index: number): Node {
  return visit(node, {
    Variable: (variable) => ({
      ...variable,
      name: { kind: Kind.NAME, value: `${variable.name.value}${index}` },
    }),
  });
}
