import { executeSync, type GraphQLError, type OperationDefinitionNode } from "graphql";
import { costOfEachField, type FieldCost } from "./cost/field-costs.ts";
import { costOfOperation, MAX_QUERY_COST_POINTS } from "./cost/operation-cost.ts";
import type { LeakyBucket, ThrottleStatus } from "./cost/leaky-bucket.ts";
import { viewDocument } from "./cost/selected-fields.ts";
import { coerceVariables } from "./errors/coerce-variables.ts";
import { findOversizedInputs } from "./errors/oversized-input.ts";
import type { RequestContext } from "./field-resolver.ts";
import { prepareDocument } from "./prepare-document.ts";
import { typeNameOfValue } from "./schema/attach-resolvers.ts";
import { findUnansweredField } from "./schema/find-unanswered-field.ts";
import { unansweredError } from "./schema/unanswered.ts";
import type { SearchNotice } from "./search/search-notice.ts";

export type GraphqlRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
};

export type QueryCost = {
  requestedQueryCost: number;
  actualQueryCost: number | null;
  throttleStatus: ThrottleStatus;
  fields?: readonly FieldCost[];
};

export type GraphqlAnswer = {
  data?: unknown;
  errors?: readonly (GraphQLError | { message: string; extensions?: object })[];
  extensions?: { cost?: QueryCost; search?: readonly SearchNotice[] };
};

export type RequestExecution = {
  readonly bucket: LeakyBucket;
  /** The answer's `x-request-id`. */
  readonly requestId: string;
  /** Was the cost of each field asked for (`Shopify-GraphQL-Cost-Debug: 1`)? */
  readonly reportsFieldCosts: boolean;
};

/** Answers one GraphQL request as Shopify does. Always HTTP 200, also when something of ours broke. */
export function executeRequest(
  request: GraphqlRequest,
  context: RequestContext,
  execution: RequestExecution,
): GraphqlAnswer {
  try {
    return checkAndExecute(request, context, execution);
  } catch (error) {
    console.error(error);
    return { errors: [internalError(execution.requestId)] };
  }
}

/** Checks first, then the bucket, then the resolvers. */
function checkAndExecute(
  { query, variables: given, operationName }: GraphqlRequest,
  context: RequestContext,
  { bucket, reportsFieldCosts }: RequestExecution,
): GraphqlAnswer {
  const prepared = prepareDocument(context.schema, query);
  if (prepared.kind === "invalid") return { errors: prepared.errors };
  const operation = chooseOperation(prepared.operations, operationName);
  if (typeof operation === "string") return { errors: [{ message: operation }] };
  const coerced = coerceVariables(context.schema, operation, given);
  if (coerced.kind === "invalid") return { errors: coerced.errors };
  const view = viewDocument(context.schema, prepared.document, coerced.values);
  const unanswered = findUnansweredField(view, operation);
  if (unanswered !== null)
    return { errors: [unansweredError(unanswered.typeName, unanswered.fieldName)] };

  const requestedQueryCost = costOfOperation(view, operation);
  if (requestedQueryCost > MAX_QUERY_COST_POINTS)
    return { errors: [maxCostExceeded(requestedQueryCost)] };
  if (!bucket.take(requestedQueryCost)) {
    const cost = { requestedQueryCost, actualQueryCost: null, throttleStatus: bucket.status() };
    return { errors: [THROTTLED], extensions: { cost } };
  }
  // Charged, but not executed: what was taken is not given back (seen).
  const oversized = findOversizedInputs(operation, coerced.values);
  if (oversized.length > 0) {
    const cost = { requestedQueryCost, actualQueryCost: null, throttleStatus: bucket.status() };
    return { errors: oversized, extensions: { cost } };
  }
  const { data, errors } = executeSync({
    schema: context.schema,
    document: prepared.document,
    contextValue: context,
    variableValues: given,
    operationName,
    typeResolver: typeNameOfValue,
  });
  const actualQueryCost = Math.min(
    requestedQueryCost,
    costOfOperation(view, operation, data ?? null),
  );
  bucket.giveBack(requestedQueryCost - actualQueryCost);
  return {
    data,
    ...(errors !== undefined && { errors }),
    extensions: {
      cost: {
        requestedQueryCost,
        actualQueryCost,
        throttleStatus: bucket.status(),
        ...(reportsFieldCosts && { fields: costOfEachField(view, operation) }),
      },
      ...(context.searchNotices.length > 0 && { search: context.searchNotices }),
    },
  };
}

/** The operation to run, or what is wrong. */
function chooseOperation(
  operations: readonly OperationDefinitionNode[],
  name: string | null,
): OperationDefinitionNode | string {
  if (name !== null)
    return (
      operations.find((operation) => operation.name?.value === name) ??
      `No operation named ${JSON.stringify(name)}`
    );
  const [only, ...others] = operations;
  return only === undefined || others.length > 0 ? "An operation name is required" : only;
}

const THROTTLED = {
  message: "Throttled",
  extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
};

function maxCostExceeded(cost: number) {
  return {
    message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST_POINTS}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.\n\nTo query larger amounts of data with fewer limits, bulk operations should be used instead.\nSee https://shopify.dev/api/usage/bulk-operations/queries for usage details.\n`,
    extensions: {
      code: "MAX_COST_EXCEEDED",
      cost,
      maxCost: MAX_QUERY_COST_POINTS,
      documentation: "https://shopify.dev/api/usage/rate-limits",
    },
  };
}

function internalError(requestId: string) {
  return {
    message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`,
    extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
  };
}
