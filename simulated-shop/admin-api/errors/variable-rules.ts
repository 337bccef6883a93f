import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type OperationDefinitionNode,
  type ValidationContext,
} from "graphql";
import { documentPathOf } from "./document-path.ts";

/** Variables are declared where they are used and used where they are declared. */
export function variablesMatchUseRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: {
      leave(operation) {
        const declared = new Set(
          (operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value),
        );
        // What stands in a field or an argument that does not exist is not looked at, so it uses nothing.
        const usages = context
          .getRecursiveVariableUsages(operation)
          .filter(({ type }) => type !== undefined && type !== null);
        const used = new Set(usages.map(({ node }) => node.name.value));
        for (const { node } of usages) {
          if (declared.has(node.name.value)) continue;
          report(
            context,
            operation,
            node.name.value,
            "variableNotDefined",
            `is used by ${nameOf(operation)} but not declared`,
          );
        }
        for (const name of declared) {
          if (!used.has(name))
            report(
              context,
              operation,
              name,
              "variableNotUsed",
              `is declared by ${nameOf(operation)} but not used`,
            );
        }
      },
    },
  };
}

function report(
  context: ValidationContext,
  operation: OperationDefinitionNode,
  name: string,
  code: string,
  what: string,
): void {
  context.reportError(
    new GraphQLError(`Variable $${name} ${what}`, {
      nodes: operation,
      path: documentPathOf(operation, []),
      extensions: { code, variableName: name },
    }),
  );
}

function nameOf(operation: OperationDefinitionNode): string {
  return operation.name?.value ?? `anonymous ${operation.operation}`;
}

/** A document is executed, so it holds operations and fragments only. */
export function executableOnlyRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      for (const definition of document.definitions) {
        if (
          definition.kind === Kind.OPERATION_DEFINITION ||
          definition.kind === Kind.FRAGMENT_DEFINITION
        )
          continue;
        context.reportError(
          new GraphQLError("Only operations and fragments can be executed", { nodes: definition }),
        );
      }
      return undefined;
    },
  };
}
