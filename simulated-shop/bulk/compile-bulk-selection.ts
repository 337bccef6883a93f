import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from "graphql";
import { Connection } from "../admin-api/connections/connection.ts";
import { selectedFields, type DocumentView } from "../admin-api/cost/selected-fields.ts";
import type { RequestContext } from "../admin-api/field-resolver.ts";
import { resolverOf, typeNameOfValue } from "../admin-api/schema/attach-resolvers.ts";
import { gidOfObject } from "../world/gid.ts";
import { findNodeField, nodeTypeOf } from "./connection-shape.ts";

/** Receives the rows of nested connections while their parent is written. */
export type ChildSink = (line: BulkLine) => void;

/** One line of a bulk result. */
export type BulkLine = {
  readonly record: Record<string, unknown>;
  readonly children: readonly BulkLine[];
};

/** Writes what is selected of an object into a record; rows of connections below it go to the sink. */
export type CompiledSelection = (
  source: unknown,
  record: Record<string, unknown>,
  children: ChildSink,
) => void;

/**
 * Turns a selection into a function. A bulk query runs over every order of the shop, so the document is looked at once
 * and not once per row; the fields are answered by the same resolvers that graphql-js calls.
 */
export function compileSelection(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): CompiledSelection {
  if (isObjectType(type)) return compileObject(view, context, type, selectionSet);
  const compiledByTypeName = new Map<string, CompiledSelection>();
  return (source, record, children) => {
    const typeName = typeNameOfValue(source) ?? "";
    let compiled = compiledByTypeName.get(typeName);
    if (compiled === undefined) {
      const objectType = view.schema.getType(typeName);
      if (!isObjectType(objectType))
        throw new Error(
          `A value of ${type.name} says it is a "${typeName}", which is no object type.`,
        );
      compiled = compileObject(view, context, objectType, selectionSet);
      compiledByTypeName.set(typeName, compiled);
    }
    compiled(source, record, children);
  };
}

function compileObject(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
): CompiledSelection {
  const fields = selectedFields(view, type, selectionSet)
    .filter(
      (selected) =>
        selected.type === type ||
        (isAbstractType(selected.type) && view.schema.isSubType(selected.type, type)),
    )
    .map(({ field }) => compileField(view, context, type, field));
  return (source, record, children) => {
    for (const write of fields) write(source, record, children);
  };
}

function compileField(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLObjectType,
  field: FieldNode,
): CompiledSelection {
  const key = field.alias?.value ?? field.name.value;
  if (field.name.value === "__typename") return (_source, record) => (record[key] = type.name);
  const definition = type.getFields()[field.name.value];
  if (definition === undefined) throw new Error(`${type.name} has no field ${field.name.value}.`);
  const resolve = resolverOf(type.name, field.name.value);
  const args: Record<string, unknown> = getArgumentValues(definition, field, view.variables);
  const fieldType = getNamedType(definition.type);
  const read = (source: unknown): unknown => resolve(source as never, args as never, context);

  if (isLeafType(fieldType) || field.selectionSet === undefined)
    return (source, record) => (record[key] = read(source) ?? null);
  if (!isCompositeType(fieldType))
    throw new Error(`${type.name}.${field.name.value} cannot be selected from.`);
  if (fieldType.name.endsWith("Connection")) {
    const readRows = compileConnectionRows(view, context, fieldType, field.selectionSet);
    return (source, _record, children) => {
      for (const line of readRows(read(source), source)) children(line);
    };
  }
  const inner = compileSelection(view, context, fieldType, field.selectionSet);
  const complete = (value: unknown, children: ChildSink): unknown => {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((item) => complete(item, children));
    const record: Record<string, unknown> = {};
    inner(value, record, children);
    return record;
  };
  return (source, record, children) => {
    record[key] = complete(read(source), children);
  };
}

/** Rows of a connection as lines, one at a time; nested rows get `__parentId`. */
export function compileConnectionRows(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): (connection: unknown, parent: unknown) => Generator<BulkLine> {
  const node = findNodeField(view, type, selectionSet);
  if (node?.selectionSet === undefined)
    throw new Error(`${type.name} is not selected through edges and node.`);
  const writeNode = compileSelection(view, context, nodeTypeOf(type), node.selectionSet);
  return function* readRows(connection, parent) {
    if (!(connection instanceof Connection)) return;
    const parentId = idOf(parent);
    for (const item of connection.items) {
      const record: Record<string, unknown> = {};
      const children: BulkLine[] = [];
      writeNode(item, record, (line) => children.push(line));
      if (parentId !== null) record["__parentId"] = parentId;
      yield { record, children };
    }
  };
}

/** The gid a child's `__parentId` names; null for the query root. */
function idOf(parent: unknown): string | null {
  if (typeof parent !== "object" || parent === null || !("gidType" in parent) || !("id" in parent))
    return null;
  return typeof parent.gidType === "string" && typeof parent.id === "number"
    ? gidOfObject({ gidType: parent.gidType, id: parent.id })
    : null;
}
