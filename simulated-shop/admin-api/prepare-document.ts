import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { syntaxErrorPosition, syntaxErrorTextWithPlace } from "./errors/syntax-error.ts";
import { validateDocument } from "./errors/validate-document.ts";

export type PreparedDocument =
  | {
      readonly kind: "ready";
      readonly document: DocumentNode;
      readonly operations: readonly OperationDefinitionNode[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly GraphQLError[] };

const KEPT_DOCUMENTS = 500;
/** Longer texts are prepared anew each time rather than kept. */
const LONGEST_KEPT_CHARACTERS = 100_000;
/** Far above what the largest sensible document has; a document made to be slow is refused before it is understood. */
const MAX_DOCUMENT_TOKENS = 40_000;
const preparedBySchema = new WeakMap<GraphQLSchema, Map<string, PreparedDocument>>();

/** Parses and validates a document; apps send the same few over and over, so the last ones are kept. */
export function prepareDocument(schema: GraphQLSchema, text: string): PreparedDocument {
  let prepared = preparedBySchema.get(schema);
  if (prepared === undefined)
    preparedBySchema.set(schema, (prepared = new Map<string, PreparedDocument>()));
  const kept = prepared.get(text);
  if (kept !== undefined) return kept;
  const fresh = prepare(schema, text);
  if (text.length > LONGEST_KEPT_CHARACTERS) return fresh;
  if (prepared.size >= KEPT_DOCUMENTS) prepared.clear();
  prepared.set(text, fresh);
  return fresh;
}

function prepare(schema: GraphQLSchema, text: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MAX_DOCUMENT_TOKENS });
  } catch (error) {
    return { kind: "invalid", errors: [parseError(error)] };
  }
  const errors = validateDocument(schema, document);
  if (errors.length > 0) return { kind: "invalid", errors };
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition] : [],
  );
  return { kind: "ready", document, operations };
}

/** A document that cannot be read, is too long, or is nested so deep that reading it ran out of stack. */
function parseError(error: unknown): GraphQLError {
  const extensions = { code: "PARSE_ERROR" };
  const isTooLarge =
    error instanceof RangeError ||
    (error instanceof GraphQLError && error.message.includes("tokens. Parsing aborted"));
  if (isTooLarge) return new GraphQLError("This query is too large to execute.", { extensions });
  if (!(error instanceof GraphQLError)) throw error;
  const { source } = error;
  const position = syntaxErrorPosition(error);
  const positions = position === undefined ? null : [position];
  return new GraphQLError(syntaxErrorTextWithPlace(error), { source, positions, extensions });
}
