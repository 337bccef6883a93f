import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { syntaxErrorTextWithPlace } from "./errors/syntax-error.ts";
import { validateDocument } from "./errors/validate-document.ts";

export type PreparedDocument =
  | {
      readonly kind: "ready";
      readonly document: DocumentNode;
      readonly operations: readonly OperationDefinitionNode[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly GraphQLError[] };

const KEPT_DOCUMENTS = 500;
const preparedBySchema = new WeakMap<GraphQLSchema, Map<string, PreparedDocument>>();

/** Parses and validates a document; apps send the same few over and over, so the last ones are kept. */
export function prepareDocument(schema: GraphQLSchema, text: string): PreparedDocument {
  let prepared = preparedBySchema.get(schema);
  if (prepared === undefined)
    preparedBySchema.set(schema, (prepared = new Map<string, PreparedDocument>()));
  const kept = prepared.get(text);
  if (kept !== undefined) return kept;
  if (prepared.size >= KEPT_DOCUMENTS) prepared.clear();
  const fresh = prepare(schema, text);
  prepared.set(text, fresh);
  return fresh;
}

function prepare(schema: GraphQLSchema, text: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { source, positions } = error;
    return {
      kind: "invalid",
      errors: [new GraphQLError(syntaxErrorTextWithPlace(error), { source, positions })],
    };
  }
  const errors = validateDocument(schema, document);
  if (errors.length > 0) return { kind: "invalid", errors };
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition] : [],
  );
  return { kind: "ready", document, operations };
}
