import {
  getNamedType,
  GraphQLError,
  isLeafType,
  print,
  type ASTVisitor,
  type ValidationContext,
} from "graphql";
import { documentPathOf } from "./document-path.ts";

/** Every field exists on its type. */
export function fieldsExistRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const type = context.getParentType();
      if (!type || context.getFieldDef()) return;
      context.reportError(
        new GraphQLError(`Field '${node.name.value}' doesn't exist on type '${type.name}'`, {
          nodes: node,
          path: documentPathOf(node, ancestors),
          extensions: { code: "undefinedField", typeName: type.name, fieldName: node.name.value },
        }),
      );
      return false;
    },
  };
}

/** Objects are selected with fields, scalars without. */
export function selectionsFitRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const type = context.getType();
      if (!type) return;
      const name = node.name.value;
      const isLeaf = isLeafType(getNamedType(type));
      if (isLeaf === (node.selectionSet === undefined)) return;
      const typeName = getNamedType(type).name;
      const message = isLeaf
        ? `Selections can't be made on scalars (field '${name}' returns ${typeName} but has selections [${(node.selectionSet?.selections ?? []).map((selection) => JSON.stringify(print(selection))).join(", ")}])`
        : `Field must have selections (field '${name}' returns ${typeName} but has no selections. Did you mean '${name} { ... }'?)`;
      context.reportError(
        new GraphQLError(message, {
          nodes: node,
          path: documentPathOf(node, ancestors),
          extensions: { code: "selectionMismatch", nodeName: `field '${name}'`, typeName },
        }),
      );
    },
  };
}
