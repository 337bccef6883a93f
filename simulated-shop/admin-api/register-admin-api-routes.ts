import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { BulkOperations } from "../bulk/bulk-operations.ts";
import type { SimulatedShopContext } from "../context.ts";
import { codesOf, nameOfOperation, type ApiTraffic } from "./api-traffic.ts";
import { LeakyBucket } from "./cost/leaky-bucket.ts";
import { executeRequest, type GraphqlAnswer } from "./execute-request.ts";
import { MAX_BODY_BYTES, readGraphqlRequest } from "./read-graphql-request.ts";
import { resolveApiVersion } from "./schema/api-versions.ts";
import { startLaggingIndex } from "./search/lagging-index.ts";
import { loadAdminSchema } from "./schema/load-admin-schema.ts";

export type AdminApiParts = { readonly bulk: BulkOperations; readonly traffic: ApiTraffic };

/** Serves `POST /admin/api/{version}/graphql.json`; everything else under `/admin/api` is "Not Found". */
export function registerAdminApiRoutes(
  app: Hono,
  shop: SimulatedShopContext,
  { bulk, traffic }: AdminApiParts,
): void {
  startLaggingIndex(shop);
  const bucket = new LeakyBucket(shop.config.plan);
  const limitBody = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => c.json({ errors: "Payload Too Large" }, 413),
  });

  app.post("/admin/api/graphql.json", limitBody, (c) => answerPost(c, null));
  app.post("/admin/api/:version/graphql.json", limitBody, (c) =>
    answerPost(c, c.req.param("version")),
  );
  app.all("/admin/api/*", (c) => c.json({ errors: "Not Found" }, 404));

  async function answerPost(c: Context, askedVersion: string | null): Promise<Response> {
    const startedAtMs = Date.now();
    let operation = "";
    let answer: GraphqlAnswer = {};
    const response = await respond();
    traffic.record({
      atMs: startedAtMs,
      durationMs: Date.now() - startedAtMs,
      status: response.status,
      apiVersion: askedVersion ?? "",
      operation,
      cost: answer.extensions?.cost ?? null,
      errorCodes: codesOf(answer),
    });
    return response;

    async function respond(): Promise<Response> {
      const requestId = `${randomUUID()}-${Math.floor(startedAtMs / 1000)}`;
      c.header("x-request-id", requestId);
      const apiVersion = resolveApiVersion(askedVersion);
      if (apiVersion === null) return c.json({ errors: "Not Found" }, 404);
      c.header("x-shopify-api-version", apiVersion);
      if (!shop.accessTokens.isValid(c.req.header("x-shopify-access-token") ?? ""))
        return c.json({ errors: WRONG_TOKEN }, 401);
      const read = readGraphqlRequest(await c.req.text(), c.req.header("content-type") ?? "");
      if (read.kind === "malformed") return c.json({ errors: read.errors }, 400);
      operation = nameOfOperation(read.request);
      const schema = loadAdminSchema(apiVersion);
      answer = executeRequest(
        read.request,
        { shop, bulk, apiVersion, schema, searchNotices: [] },
        { bucket, requestId, reportsFieldCosts: asksForFieldCosts(c) },
      );
      return c.body(JSON.stringify(answer), 200, {
        "content-type": "application/json; charset=utf-8",
      });
    }
  }
}

const WRONG_TOKEN = "[API] Invalid API key or access token (unrecognized login or wrong password)";

function asksForFieldCosts(c: Context): boolean {
  const header = c.req.header("shopify-graphql-cost-debug");
  return header === "1" || header === "true";
}
