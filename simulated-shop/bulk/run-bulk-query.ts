import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  type OperationDefinitionNode,
} from "graphql";
import type { DocumentView } from "../admin-api/cost/selected-fields.ts";
import type { RequestContext } from "../admin-api/field-resolver.ts";
import { denialOf, resolverOf } from "../admin-api/schema/attach-resolvers.ts";
import { compileConnection, compileSelection, type Sink } from "./compile-bulk-selection.ts";
import { LineBuffer, type BulkChunk } from "./line-buffer.ts";
import { mergedFields } from "./merged-fields.ts";

/**
 * So many root rows are worked out at a time; between two batches the server answers others. Without `groupObjects`
 * the children of a batch follow after all its parents, as Shopify promises no more than "after its parent".
 */
const ROOT_ROWS_PER_BATCH = 100;

/** Runs a checked bulk query, batch by batch. */
export function* runBulkQuery(
  view: DocumentView,
  operation: OperationDefinitionNode,
  context: RequestContext,
  groupObjects: boolean,
): Generator<BulkChunk> {
  const lines = new LineBuffer(groupObjects);
  for (const sink of writeRootRows(view, operation, context, { lines, depth: 0 })) {
    if (sink.lines.rootObjectCount >= ROOT_ROWS_PER_BATCH) yield lines.takeChunk();
  }
  if (lines.rootObjectCount > 0) yield lines.takeChunk();
}

/** Writes the rows of the connections right at the root, one per step, and those below root objects. */
function* writeRootRows(
  view: DocumentView,
  operation: OperationDefinitionNode,
  context: RequestContext,
  sink: Sink,
): Generator<Sink> {
  const root = view.schema.getQueryType();
  if (!root) return;
  for (const { field } of mergedFields(view, root, operation.selectionSet)) {
    const definition = root.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (definition === undefined || !isCompositeType(type) || field.selectionSet === undefined)
      continue;
    const denial = denialOf(definition, context.shop.config);
    if (denial !== null) throw denial;
    const args: Record<string, unknown> = getArgumentValues(definition, field, view.variables);
    const value: unknown = resolverOf(root.name, field.name.value)(
      undefined as never,
      args as never,
      context,
    );
    if (type.name.endsWith("Connection")) {
      const rows = compileConnection(view, context, type, field.selectionSet);
      const ending = rows.endingBelow(undefined);
      for (const item of rows.itemsOf(value)) {
        rows.write(item, ending, sink);
        yield sink;
      }
    } else if (value !== null && value !== undefined) {
      compileSelection(view, context, type, field.selectionSet)(value, sink);
      yield sink;
    }
  }
}
