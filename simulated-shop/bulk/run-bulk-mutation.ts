import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { executeSync, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { z } from "zod";
import { coerceVariables } from "../admin-api/errors/coerce-variables.ts";
import type { RequestContext } from "../admin-api/field-resolver.ts";
import { typeNameOfValue } from "../admin-api/schema/attach-resolvers.ts";
import { jsonText } from "./json-text.ts";
import type { BulkChunk } from "./line-buffer.ts";

/** Lines worked off before the server answers others; fewer when they are to come slowly. */
const LINES_PER_BATCH = 20;
const BATCHES_PER_SECOND = 20;
const variablesSchema = z.record(z.string(), z.unknown());

/** Runs a checked mutation once per line of the uploaded variables; each result carries `__lineNumber`, from 0. */
export async function* runBulkMutation(
  variablesFile: string,
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  context: RequestContext,
): AsyncGenerator<BulkChunk> {
  const rate = context.bulk.mutationLinesPerSecond ?? Number.POSITIVE_INFINITY;
  const linesPerBatch = Math.max(
    1,
    Math.min(LINES_PER_BATCH, Math.floor(rate / BATCHES_PER_SECOND)),
  );
  const lines = createInterface({
    input: createReadStream(variablesFile),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let lineNumber = 0;
  let results: string[] = [];
  for await (const line of lines) {
    if (line.trim() !== "")
      results.push(
        jsonText({
          ...runLine(line, document, operation, context),
          __lineNumber: lineNumber,
        }),
      );
    lineNumber += 1;
    if (results.length < linesPerBatch) continue;
    yield toChunk(results);
    results = [];
  }
  if (results.length > 0) yield toChunk(results);
}

function runLine(
  line: string,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  context: RequestContext,
): object {
  const variables = readVariables(line);
  if (variables === null)
    return {
      errors: [{ message: "Invalid JSON: a line holds one object with the mutation's variables." }],
    };
  const coerced = coerceVariables(context.schema, operation, variables);
  if (coerced.kind === "invalid") return { errors: coerced.errors };
  return executeSync({
    schema: context.schema,
    document,
    contextValue: context,
    variableValues: variables,
    typeResolver: typeNameOfValue,
  });
}

function readVariables(line: string): Record<string, unknown> | null {
  try {
    return variablesSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function toChunk(results: readonly string[]): BulkChunk {
  return {
    text: `${results.join("\n")}\n`,
    objectCount: results.length,
    rootObjectCount: results.length,
  };
}
