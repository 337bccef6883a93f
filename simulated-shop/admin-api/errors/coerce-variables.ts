import {
  coerceInputValue,
  GraphQLError,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { findInvalidGlobalIds, type InputProblem } from "./global-ids.ts";
import { explainInputError } from "./explain-input-error.ts";

export type CoercedVariables =
  | { readonly kind: "variables"; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: "invalid"; readonly errors: readonly GraphQLError[] };

/** Coerces a request's variables; wrong ones become INVALID_VARIABLE errors with `problems`, as Shopify's. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): CoercedVariables {
  const values: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    const value = given[name];
    if (value === undefined && definition.defaultValue !== undefined) {
      values[name] = valueFromAST(definition.defaultValue, type);
      continue;
    }
    if (value === undefined && !isNonNullType(type)) continue;
    const outcome = coerceOne(value ?? null, type);
    if (outcome.problems.length > 0)
      errors.push(invalidVariable(definition, type, value ?? null, outcome.problems));
    else values[name] = outcome.value;
  }
  return errors.length > 0 ? { kind: "invalid", errors } : { kind: "variables", values };
}

function coerceOne(
  value: unknown,
  type: GraphQLInputType,
): { value: unknown; problems: readonly InputProblem[] } {
  const problems: InputProblem[] = [];
  const coerced: unknown = coerceInputValue(value, type, (path, invalidValue, error) => {
    // graphql-js blames the object for a missing or unknown field, graphql-ruby the field.
    const field = /^Field "(\w+)" (?:of required type|is not defined)/.exec(error.message)?.[1];
    problems.push({
      path: field === undefined ? path : [...path, field],
      explanation: explainInputError(invalidValue, error, type, path),
    });
  });
  return {
    value: coerced,
    problems: problems.length > 0 ? problems : findInvalidGlobalIds(coerced, type),
  };
}

function invalidVariable(
  definition: VariableDefinitionNode,
  type: GraphQLInputType,
  value: unknown,
  problems: readonly InputProblem[],
): GraphQLError {
  const inside = problems.filter((problem) => problem.path.length > 0);
  const where = inside
    .map((problem) => `${problem.path.join(".")} (${problem.explanation})`)
    .join(", ");
  const message = `Variable $${definition.variable.name.value} of type ${String(type)} was provided invalid value${where === "" ? "" : ` for ${where}`}`;
  return new GraphQLError(message, {
    nodes: definition,
    extensions: { code: "INVALID_VARIABLE", value, problems },
  });
}
