import { getNamedType, isCompositeType, type OperationDefinitionNode } from "graphql";
import { selectedFields, type DocumentView } from "../admin-api/cost/selected-fields.ts";
import type { RequestContext } from "../admin-api/field-resolver.ts";
import { resolverOf } from "../admin-api/schema/attach-resolvers.ts";
import { getArgumentValues } from "graphql";
import {
  compileConnectionRows,
  compileSelection,
  type BulkLine,
} from "./compile-bulk-selection.ts";

/** A piece of a bulk result: text of whole lines and what it counts. */
export type BulkChunk = {
  readonly text: string;
  readonly objectCount: number;
  readonly rootObjectCount: number;
};

/**
 * So many root rows are worked out at a time; between two batches the server answers polls. Without `groupObjects`
 * the children of a batch follow after all its parents, as Shopify promises no more than "after its parent".
 */
const ROOT_ROWS_PER_BATCH = 250;

/** Runs a checked bulk query, batch by batch. */
export function* runBulkQuery(
  view: DocumentView,
  operation: OperationDefinitionNode,
  context: RequestContext,
  groupObjects: boolean,
): Generator<BulkChunk> {
  let batch: BulkLine[] = [];
  for (const line of readRootRows(view, operation, context)) {
    batch.push(line);
    if (batch.length < ROOT_ROWS_PER_BATCH) continue;
    yield toChunk(batch, groupObjects);
    batch = [];
  }
  if (batch.length > 0) yield toChunk(batch, groupObjects);
}

/** The rows of the connections right at the root, then those below root objects. */
function* readRootRows(
  view: DocumentView,
  operation: OperationDefinitionNode,
  context: RequestContext,
): Generator<BulkLine> {
  const root = view.schema.getQueryType();
  if (!root) return;
  for (const { field } of selectedFields(view, root, operation.selectionSet)) {
    const definition = root.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (definition === undefined || !isCompositeType(type) || field.selectionSet === undefined)
      continue;
    const args: Record<string, unknown> = getArgumentValues(definition, field, view.variables);
    const value: unknown = resolverOf(root.name, field.name.value)(
      undefined as never,
      args as never,
      context,
    );
    if (type.name.endsWith("Connection")) {
      yield* compileConnectionRows(view, context, type, field.selectionSet)(value, undefined);
    } else if (value !== null && value !== undefined) {
      const lines: BulkLine[] = [];
      compileSelection(
        view,
        context,
        type,
        field.selectionSet,
      )(value, {}, (line) => lines.push(line));
      yield* lines;
    }
  }
}

function toChunk(rootLines: readonly BulkLine[], groupObjects: boolean): BulkChunk {
  const texts: string[] = [];
  if (groupObjects) for (const line of rootLines) writeDepthFirst(line, texts);
  else writeLevelByLevel(rootLines, texts);
  return {
    text: `${texts.join("\n")}\n`,
    objectCount: texts.length,
    rootObjectCount: rootLines.length,
  };
}

function writeDepthFirst(line: BulkLine, texts: string[]): void {
  texts.push(JSON.stringify(line.record));
  for (const child of line.children) writeDepthFirst(child, texts);
}

function writeLevelByLevel(lines: readonly BulkLine[], texts: string[]): void {
  for (const line of lines) texts.push(JSON.stringify(line.record));
  const children = lines.flatMap((line) => line.children);
  if (children.length > 0) writeLevelByLevel(children, texts);
}
