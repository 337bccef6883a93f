import "@shopify/shopify-api/adapters/node";
import { serve, type ServerType } from "@hono/node-server";
import {
  HttpResponseError,
  LogSeverity,
  RequestedTokenType,
  shopifyApi,
  ApiVersion,
} from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SimulatedShopConfig } from "../context.ts";
import { smallWorld } from "../world/small-world.test-support.ts";
import { AppAccessTokens } from "./access-tokens.ts";
import { registerTokenRoutes } from "./register-token-routes.ts";
import { signSessionToken } from "./session-token.ts";
import { ID_TOKEN_TYPE, OFFLINE_TOKEN_TYPE, TOKEN_EXCHANGE_GRANT } from "./token-request.ts";

const SHOP = "a-shop.myshopify.com";
const config: SimulatedShopConfig = {
  shopDomain: SHOP,
  clientId: "client-id",
  clientSecret: "client-secret",
  accessToken: "shpat_always",
  plan: "standard",
  scopes: ["read_orders", "write_customers"],
  appUrl: null,
  url: "",
  protectedData: "level2",
  searchLagSeconds: 0,
};

const shopify = shopifyApi({
  apiKey: config.clientId,
  apiSecretKey: config.clientSecret,
  apiVersion: ApiVersion.July26,
  hostName: "127.0.0.1",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

let server: ServerType;
let tokens = new AppAccessTokens();

beforeAll(async () => {
  const app = new Hono();
  // A stand-in that follows `tokens`, so that each test starts with an app that is not installed.
  app.post("*", (c) => {
    const routes = new Hono();
    registerTokenRoutes(routes, { config, world: smallWorld() }, tokens);
    return routes.fetch(c.req.raw);
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      config.url = `http://127.0.0.1:${port}`;
      resolve();
    });
  });
  setAbstractFetchFunc((url, init) =>
    fetch(new Request(url).url.replace(`https://${SHOP}`, config.url), init),
  );
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  tokens = new AppAccessTokens();
});

describe("Shopify's own client library", () => {
  test("exchanges a session token for expiring offline access and refreshes it", async () => {
    const { session } = await shopify.auth.tokenExchange({
      shop: SHOP,
      sessionToken: freshSessionToken(),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    });
    expect(session.scope).toBe("read_orders,write_customers");
    expect(session.expires?.getTime()).toBeCloseTo(Date.now() + 3_600_000, -5);
    expect(tokens.isValid(session.accessToken ?? "")).toBe(true);

    const refreshed = await shopify.auth.refreshToken({
      shop: SHOP,
      refreshToken: session.refreshToken ?? "",
    });
    expect(refreshed.session.accessToken).not.toBe(session.accessToken);
    expect(tokens.isValid(refreshed.session.accessToken ?? "")).toBe(true);
  });

  test("gets offline access without end when it does not ask for expiring", async () => {
    const { session } = await shopify.auth.tokenExchange({
      shop: SHOP,
      sessionToken: freshSessionToken(),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
    });
    expect(session.expires).toBeUndefined();
    expect(session.refreshToken).toBeUndefined();
  });

  test("gets online access with the staff member", async () => {
    const { session } = await shopify.auth.tokenExchange({
      shop: SHOP,
      sessionToken: freshSessionToken(),
      requestedTokenType: RequestedTokenType.OnlineAccessToken,
    });
    expect(session.isOnline).toBe(true);
    expect(session.onlineAccessInfo?.associated_user.id).toBe(902_541_635);
  });

  test("trades access without end for access that expires, once", async () => {
    const nonExpiringOfflineAccessToken = tokens.issueOffline();
    const { session } = await shopify.auth.migrateToExpiringToken({
      shop: SHOP,
      nonExpiringOfflineAccessToken,
    });
    expect(session.refreshToken).toMatch(/^shprt_/);
    expect(tokens.isValid(session.accessToken ?? "")).toBe(true);
    expect(tokens.isValid(nonExpiringOfflineAccessToken)).toBe(false);
    await expect(
      shopify.auth.migrateToExpiringToken({ shop: SHOP, nonExpiringOfflineAccessToken }),
    ).rejects.toMatchObject({ response: { body: { error: "invalid_subject_token" } } });
  });

  test("gets access for a day with the client's own credentials", async () => {
    const { session } = await shopify.auth.clientCredentials({ shop: SHOP });
    expect(session.expires?.getTime()).toBeCloseTo(Date.now() + 86_399_000, -5);
    expect(tokens.isValid(session.accessToken ?? "")).toBe(true);
  });

  test("is told about a refresh token that is no longer active", async () => {
    const refusal = await shopify.auth
      .refreshToken({ shop: SHOP, refreshToken: "shprt_unknown" })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpResponseError);
    expect((refusal as HttpResponseError).response).toMatchObject({
      code: 401,
      body: {
        error: "invalid_request",
        error_description: "This request requires an active refresh_token",
      },
    });
  });
});

describe("refusals", () => {
  const exchange = {
    client_id: config.clientId,
    client_secret: config.clientSecret,
    grant_type: TOKEN_EXCHANGE_GRANT,
    subject_token_type: ID_TOKEN_TYPE,
    requested_token_type: OFFLINE_TOKEN_TYPE,
    expiring: "1",
  };

  test.each([
    ["an unknown client", { client_id: "other" }, 400, "application_cannot_be_found"],
    ["a wrong secret", { client_secret: "other" }, 401, "invalid_client"],
    ["an unknown grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["a foreign subject token type", { subject_token_type: "x" }, 400, "invalid_request"],
    ["an unknown token type", { requested_token_type: "x" }, 400, "invalid_request"],
    [
      "a session token signed by somebody else",
      { subject_token: sessionToken({ clientSecret: "other" }) },
      400,
      "invalid_subject_token",
    ],
    [
      "another shop's session token",
      { subject_token: sessionToken({ shopDomain: "b.myshopify.com" }) },
      400,
      "invalid_subject_token",
    ],
    [
      "an expired session token",
      { subject_token: sessionToken({ ageMs: 61_000 }) },
      400,
      "invalid_subject_token",
    ],
  ])("%s is refused and installs nothing", async (_who, change, status, error) => {
    const response = await post(
      JSON.stringify({ ...exchange, subject_token: freshSessionToken(), ...change }),
      "application/json",
    );
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
    expect(tokens.isInstalled).toBe(false);
  });

  test.each([
    ["malformed JSON", "{", "application/json"],
    ["a list", "[1]", "application/json"],
  ])("%s is a bad request", async (_what, body, contentType) => {
    const response = await post(body, contentType);
    expect(response.status).toBe(400);
  });

  test("a form is read like JSON", async () => {
    const form = new URLSearchParams({ ...exchange, subject_token: freshSessionToken() });
    const response = await post(form.toString(), "application/x-www-form-urlencoded");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      expires_in: 3600,
      scope: "read_orders,write_customers",
    });
  });

  test("whoever does not ask for JSON gets a page", async () => {
    const response = await post("client_id=<b>", "application/x-www-form-urlencoded", "*/*");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain(
      "Oauth error application_cannot_be_found: Could not find Shopify API application with api_key &lt;b&gt;",
    );
  });
});

function freshSessionToken(): string {
  return sessionToken({});
}

function sessionToken({
  clientSecret = config.clientSecret,
  shopDomain = SHOP,
  ageMs = 0,
}): string {
  const parties = { clientId: config.clientId, clientSecret, shopDomain };
  return signSessionToken(parties, {
    userId: 902_541_635,
    sessionId: "s",
    nowMs: Date.now() - ageMs,
  });
}

function post(body: string, contentType: string, accept = "application/json"): Promise<Response> {
  return fetch(`${config.url}/admin/oauth/access_token`, {
    method: "POST",
    body,
    headers: { "content-type": contentType, accept },
  });
}
