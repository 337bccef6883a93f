import type { Context, Hono } from "hono";
import { z } from "zod";
import type { BulkOperations } from "../bulk/bulk-operations.ts";
import type { SimulatedShopContext } from "../context.ts";
import type { ApiTraffic } from "./api-traffic.ts";
import { LeakyBucket } from "./cost/leaky-bucket.ts";
import { executeRequest, type GraphqlAnswer, type GraphqlRequest } from "./execute-request.ts";
import { isApiVersion } from "./schema/api-versions.ts";
import { loadAdminSchema } from "./schema/load-admin-schema.ts";

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type AdminApiParts = { readonly bulk: BulkOperations; readonly traffic: ApiTraffic };

/** Serves `POST /admin/api/{version}/graphql.json`. */
export function registerAdminApiRoutes(
  app: Hono,
  shop: SimulatedShopContext,
  { bulk, traffic }: AdminApiParts,
): void {
  const bucket = new LeakyBucket(shop.config.plan);

  app.post("/admin/api/:version/graphql.json", async (c) => {
    const startedAtMs = Date.now();
    const apiVersion = c.req.param("version");
    let operation = "";
    let answer: GraphqlAnswer = {};
    const response = await respond();
    traffic.record({
      atMs: startedAtMs,
      durationMs: Date.now() - startedAtMs,
      status: response.status,
      apiVersion,
      operation,
      cost: answer.extensions?.cost ?? null,
      errorCodes: codesOf(answer),
    });
    return response;

    async function respond(): Promise<Response> {
      if (!isApiVersion(apiVersion)) return c.json({ errors: "Not Found" }, 404);
      if (!shop.accessTokens.isValid(c.req.header("x-shopify-access-token") ?? "")) {
        return c.json(
          {
            errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
          },
          401,
        );
      }
      const request = await readRequest(c);
      if (request === null)
        return c.json({ errors: { query: "Required parameter missing or invalid" } }, 400);
      operation = nameOf(request);
      const schema = loadAdminSchema(apiVersion);
      answer = executeRequest(
        request,
        { shop, bulk, apiVersion, schema, searchNotices: [] },
        bucket,
      );
      c.header("x-shopify-api-version", apiVersion);
      return c.json(answer);
    }
  });
}

/** The GraphQL request of a JSON body (or of a bare `application/graphql` one); null when there is none. */
async function readRequest(c: Context): Promise<GraphqlRequest | null> {
  const text = await c.req.text();
  if (c.req.header("content-type")?.startsWith("application/graphql") === true)
    return { query: text, variables: {}, operationName: null };
  try {
    const { query, variables, operationName } = bodySchema.parse(JSON.parse(text));
    return { query, variables: variables ?? {}, operationName: operationName ?? null };
  } catch {
    return null;
  }
}

/** "mutation AddTags": the first operation's kind and name, or its first field. */
function nameOf({ query, operationName }: GraphqlRequest): string {
  const [, kind = "query", name] =
    /^\s*(?:#[^\n]*\n\s*)*(query|mutation)?\s*(\w+)?/.exec(query) ?? [];
  return `${kind} ${operationName ?? name ?? /\{\s*(\w+)/.exec(query)?.[1] ?? ""}`.trim();
}

function codesOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.flatMap(({ extensions }) => {
    const code: unknown = extensions && Reflect.get(extensions, "code");
    return typeof code === "string" ? [code] : [];
  });
}
