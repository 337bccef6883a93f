import type { GraphqlRequest } from "./execute-request.ts";

/** A body larger than this is not read. Our bound: Shopify documents none, and no document or variables come near it. */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

export type ReadRequest =
  | { readonly kind: "request"; readonly request: GraphqlRequest }
  | { readonly kind: "malformed"; readonly errors: unknown };

const MISSING = "Required parameter missing or invalid";

/**
 * The GraphQL request in a body: JSON, a form, or a bare document with `application/graphql`. Any other content type
 * is not parsed, so its `query` is missing. As at Shopify, `variables` may also be JSON in a string, and an array
 * (what PHP makes of an empty map) is refused.
 */
export function readGraphqlRequest(text: string, contentType: string): ReadRequest {
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType === "application/graphql") return readParameters({ query: text });
  if (mediaType === "application/x-www-form-urlencoded")
    return readParameters(Object.fromEntries(new URLSearchParams(text)));
  if (mediaType !== "application/json" && !mediaType.endsWith("+json")) return readParameters({});
  if (text.trim() === "") return readParameters({});
  const body = parseJson(text);
  if (body === undefined) return { kind: "malformed", errors: "Bad Request" };
  return readParameters(isRecord(body) ? body : {});
}

function readParameters({ query, variables, operationName }: Record<string, unknown>): ReadRequest {
  if (typeof query !== "string" || query.trim() === "")
    return { kind: "malformed", errors: { query: MISSING } };
  const given = typeof variables === "string" ? parseVariables(variables) : (variables ?? {});
  if (!isRecord(given)) return { kind: "malformed", errors: { variables: MISSING } };
  if (operationName != null && typeof operationName !== "string")
    return { kind: "malformed", errors: { operationName: MISSING } };
  return {
    kind: "request",
    request: { query, variables: given, operationName: operationName ?? null },
  };
}

function parseVariables(text: string): unknown {
  return text.trim() === "" ? {} : parseJson(text);
}

/** Undefined when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
