import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  print,
  type ArgumentNode,
  type ASTVisitor,
  type GraphQLInputType,
  type ObjectFieldNode,
  type ObjectValueNode,
  type ValidationContext,
  type ValueNode,
} from "graphql";
import { documentPathOf, ownerNodeOf } from "./document-path.ts";
import { isGlobalId } from "./global-ids.ts";

type Ancestors = Parameters<typeof documentPathOf>[1];

/** Values written in the document fit their types, in graphql-ruby's words. */
export function literalsFitRule(context: ValidationContext): ASTVisitor {
  function check(
    node: ArgumentNode | ObjectFieldNode,
    type: GraphQLInputType | null | undefined,
    owner: string,
    ancestors: Ancestors,
  ) {
    if (!type) return;
    const path = documentPathOf(node, ancestors);
    const nodes = ownerNodeOf(node, ancestors);
    if (!fits(node.value, type)) {
      const message = `Argument '${node.name.value}' on ${owner} has an invalid value (${print(node.value)}). Expected type '${String(type)}'.`;
      const extensions = {
        code: "argumentLiteralsIncompatible",
        typeName: owner.split(" ")[0],
        argumentName: node.name.value,
      };
      context.reportError(new GraphQLError(message, { nodes, path, extensions }));
      return;
    }
    const malformed = getNamedType(type).name === "ID" ? malformedIdIn(node.value) : undefined;
    if (malformed !== undefined) {
      const extensions = { code: "argumentLiteralsIncompatible", typeName: "CoercionError" };
      context.reportError(
        new GraphQLError(`Invalid global id '${malformed}'`, { nodes, path, extensions }),
      );
    }
  }

  return {
    Argument(node, _key, _parent, _path, ancestors) {
      check(
        node,
        context.getArgument()?.type,
        `Field '${context.getFieldDef()?.name ?? ""}'`,
        ancestors,
      );
    },
    ObjectField(node, _key, _parent, _path, ancestors) {
      const parentType = context.getParentInputType();
      check(
        node,
        context.getInputType(),
        `InputObject '${parentType ? getNamedType(parentType).name : ""}'`,
        ancestors,
      );
    },
    ObjectValue(node, _key, parent, _path, ancestors) {
      const type = getNamedType(context.getInputType());
      if (!isInputObjectType(type)) return;
      // graphql-js leaves the argument right around an input object out of its ancestors.
      const owners = parent === undefined ? ancestors : [...ancestors, parent];
      reportMissingAttributes(context, node, type, owners);
      if (type.isOneOf && node.fields.length !== 1) reportNotOne(context, node, type.name, owners);
    },
  };
}

function reportMissingAttributes(
  context: ValidationContext,
  node: ObjectValueNode,
  type: ReturnType<typeof getNamedType> & { getFields(): unknown },
  ancestors: Ancestors,
): void {
  if (!isInputObjectType(type)) return;
  const fields = type.getFields();
  const given = new Set(node.fields.map((field) => field.name.value));
  for (const field of node.fields) {
    if (fields[field.name.value] !== undefined) continue;
    context.reportError(
      new GraphQLError(`InputObject '${type.name}' doesn't accept argument '${field.name.value}'`, {
        nodes: field,
        path: [...documentPathOf(node, ancestors), field.name.value],
        extensions: {
          code: "argumentNotAccepted",
          name: type.name,
          typeName: "InputObject",
          argumentName: field.name.value,
        },
      }),
    );
  }
  for (const field of Object.values(fields)) {
    if (given.has(field.name) || !isRequiredInputField(field)) continue;
    context.reportError(
      new GraphQLError(
        `Argument '${field.name}' on InputObject '${type.name}' is required. Expected type ${String(field.type)}`,
        {
          nodes: node,
          path: [...documentPathOf(node, ancestors), field.name],
          extensions: {
            code: "missingRequiredInputObjectAttribute",
            argumentName: field.name,
            argumentType: String(field.type),
            inputObjectType: type.name,
          },
        },
      ),
    );
  }
}

function reportNotOne(
  context: ValidationContext,
  node: ObjectValueNode,
  inputObjectType: string,
  ancestors: Ancestors,
): void {
  const message = `OneOf Input Object '${inputObjectType}' must specify exactly one key.`;
  context.reportError(
    new GraphQLError(message, {
      nodes: node,
      path: documentPathOf(node, ancestors),
      extensions: { code: "invalidOneOfInputObject", inputObjectType },
    }),
  );
}

/** The first written id that is none, alone or in a list. */
function malformedIdIn(value: ValueNode): string | undefined {
  const written = value.kind === Kind.LIST ? value.values : [value];
  return written
    .flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []))
    .find((id) => !isGlobalId(id));
}

/** Does a literal fit, leaving what is inside input objects to their own fields' check? */
function fits(value: ValueNode, type: GraphQLInputType): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.NULL) return !isNonNullType(type);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const itemType: GraphQLInputType = nullable.ofType;
    return value.kind === Kind.LIST
      ? value.values.every((item) => fits(item, itemType))
      : fits(value, itemType);
  }
  if (isInputObjectType(nullable)) return value.kind === Kind.OBJECT;
  if (!isLeafType(nullable)) return false;
  try {
    return nullable.parseLiteral(value, {}) !== undefined;
  } catch {
    return false;
  }
}
