import { GraphQLError, isRequiredArgument, type ASTVisitor, type ValidationContext } from "graphql";
import { documentPathOf } from "./document-path.ts";

/** Fields take only the arguments they have. */
export function argumentsAcceptedRule(context: ValidationContext): ASTVisitor {
  return {
    Argument(node, _key, _parent, _path, ancestors) {
      const field = context.getFieldDef();
      if (context.getArgument() || context.getDirective() || !field) return;
      context.reportError(
        new GraphQLError(`Field '${field.name}' doesn't accept argument '${node.name.value}'`, {
          nodes: node,
          path: documentPathOf(node, ancestors),
          extensions: {
            code: "argumentNotAccepted",
            name: field.name,
            typeName: "Field",
            argumentName: node.name.value,
          },
        }),
      );
      return false;
    },
  };
}

/** Fields get the arguments they need. */
export function requiredArgumentsRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node, _key, _parent, _path, ancestors) {
      const field = context.getFieldDef();
      if (!field) return;
      const given = new Set((node.arguments ?? []).map((argument) => argument.name.value));
      const missing = field.args.filter(
        (argument) => isRequiredArgument(argument) && !given.has(argument.name),
      );
      if (missing.length === 0) return;
      const names = missing.map((argument) => argument.name).join(", ");
      context.reportError(
        new GraphQLError(`Field '${field.name}' is missing required arguments: ${names}`, {
          nodes: node,
          path: documentPathOf(node, ancestors),
          extensions: {
            code: "missingRequiredArguments",
            className: "Field",
            name: field.name,
            arguments: names,
          },
        }),
      );
    },
  };
}
