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
import { type DocumentView } from "../admin-api/cost/selected-fields.ts";
import type { RequestContext } from "../admin-api/field-resolver.ts";
import { nodeFields } from "../admin-api/resolvers/node-fields.ts";
import { denialOf, resolverOf, typeNameOfValue } from "../admin-api/schema/attach-resolvers.ts";
import { findNodeField, nodeTypeOf } from "./connection-shape.ts";
import { jsonText, quote, quoteGid } from "./json-text.ts";
import type { LineBuffer } from "./line-buffer.ts";
import { mergedFields } from "./merged-fields.ts";

/** Where a selection is written: the lines of connections below it go to the buffer, at this depth. */
export type Sink = { readonly lines: LineBuffer; readonly depth: number };

/** What is selected of an object as `"name":"#1001","tags":[]`: JSON members without the braces around them. */
export type WriteMembers = (source: unknown, sink: Sink) => string;

/**
 * Turns a selection into a function that writes JSON. A bulk query runs over every order of the shop, so the document
 * is looked at once and not once per row; the fields are answered by the same resolvers that graphql-js calls.
 */
export function compileSelection(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): WriteMembers {
  if (isObjectType(type)) return compileObject(view, context, type, selectionSet);
  const compiledByTypeName = new Map<string, WriteMembers>();
  return (source, sink) => {
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
    return compiled(source, sink);
  };
}

function compileObject(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
): WriteMembers {
  const writers = mergedFields(view, type, selectionSet)
    .filter(
      (selected) =>
        selected.type === type ||
        (isAbstractType(selected.type) && view.schema.isSubType(selected.type, type)),
    )
    .map(({ field }) => compileField(view, context, type, field));
  return (source, sink) => {
    let members = "";
    for (const write of writers) {
      const member = write(source, sink);
      if (member !== "") members += members === "" ? member : `,${member}`;
    }
    return members;
  };
}

/** Writes one member, or nothing for a connection, whose rows are lines of their own. */
function compileField(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLObjectType,
  field: FieldNode,
): WriteMembers {
  const name = `${quote(field.alias?.value ?? field.name.value)}:`;
  if (field.name.value === "__typename") return () => name + quote(type.name);
  const definition = type.getFields()[field.name.value];
  if (definition === undefined) throw new Error(`${type.name} has no field ${field.name.value}.`);
  const denial = denialOf(definition, context.shop.config);
  if (denial !== null) throw denial;
  const resolve = resolverOf(type.name, field.name.value);
  const args: Record<string, unknown> = getArgumentValues(definition, field, view.variables);
  const fieldType = getNamedType(definition.type);
  const read = (source: unknown): unknown => resolve(source as never, args as never, context);

  // Half of what a bulk result holds is ids; they are put together from parts that need no escaping.
  if (resolve === nodeFields.id)
    return (source) => name + (hasGid(source) ? quoteGid(source) : jsonText(read(source)));
  if (isLeafType(fieldType) || field.selectionSet === undefined)
    return (source) => name + jsonText(read(source));
  if (!isCompositeType(fieldType))
    throw new Error(`${type.name}.${field.name.value} cannot be selected from.`);
  if (fieldType.name.endsWith("Connection")) {
    const rows = compileConnection(view, context, fieldType, field.selectionSet);
    return (source, sink) => {
      const ending = rows.endingBelow(source);
      for (const item of rows.itemsOf(read(source))) rows.write(item, ending, sink);
      return "";
    };
  }
  const writeInner = compileSelection(view, context, fieldType, field.selectionSet);
  const complete = (value: unknown, sink: Sink): string => {
    if (value === null || value === undefined) return "null";
    if (Array.isArray(value)) return `[${value.map((item) => complete(item, sink)).join(",")}]`;
    return `{${writeInner(value, sink)}}`;
  };
  return (source, sink) => name + complete(read(source), sink);
}

/** How the rows of one connection become lines. */
export type ConnectionWriter = {
  itemsOf(connection: unknown): readonly unknown[];
  /** What closes the line of a row below this parent: nested rows name it in `__parentId`. */
  endingBelow(parent: unknown): string;
  write(item: unknown, ending: string, sink: Sink): void;
};

export function compileConnection(
  view: DocumentView,
  context: RequestContext,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): ConnectionWriter {
  const node = findNodeField(view, type, selectionSet);
  if (node?.selectionSet === undefined)
    throw new Error(`${type.name} is not selected through edges and node.`);
  const writeNode = compileSelection(view, context, nodeTypeOf(type), node.selectionSet);
  return {
    itemsOf: (connection): readonly unknown[] =>
      connection instanceof Connection ? connection.items : [],
    endingBelow: (parent) => (hasGid(parent) ? `,"__parentId":${quoteGid(parent)}}` : "}"),
    write: (item, ending, { lines, depth }) =>
      lines.add(depth, `{${writeNode(item, { lines, depth: depth + 1 })}${ending}`),
  };
}

function hasGid(value: unknown): value is { gidType: string; id: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "gidType" in value &&
    typeof value.gidType === "string" &&
    "id" in value &&
    typeof value.id === "number"
  );
}
