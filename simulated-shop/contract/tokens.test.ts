import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signSessionToken } from "../tokens/session-token.ts";
import {
  ID_TOKEN_TYPE,
  OFFLINE_TOKEN_TYPE,
  TOKEN_EXCHANGE_GRANT,
} from "../tokens/token-request.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const UNAUTHORIZED = {
  status: 401,
  body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" },
};

async function askWith(token: string, query = "{ shop { name } }") {
  const response = await fetch(`${shop.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": token },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function requestToken(fields: Record<string, string>) {
  const response = await fetch(`${shop.url}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      client_id: shop.clientId,
      client_secret: shop.clientSecret,
      ...fields,
    }),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, string | number>,
  };
}

async function expiringAccess() {
  const parties = {
    clientId: shop.clientId,
    clientSecret: shop.clientSecret,
    shopDomain: shop.shop,
  };
  const staff = { userId: 902_541_635, sessionId: "s", nowMs: Date.now() };
  const { body } = await requestToken({
    grant_type: TOKEN_EXCHANGE_GRANT,
    subject_token: signSessionToken(parties, staff),
    subject_token_type: ID_TOKEN_TYPE,
    requested_token_type: OFFLINE_TOKEN_TYPE,
    expiring: "1",
  });
  return { accessToken: String(body["access_token"]), refreshToken: String(body["refresh_token"]) };
}

describe("access to the Admin API", () => {
  test("an expired token is refused as an unknown one is, and a refreshed one works", async () => {
    const { accessToken, refreshToken } = await expiringAccess();
    expect((await askWith(accessToken)).status).toBe(200);
    shop.tokens.expireAccess();
    expect(await askWith(accessToken)).toEqual(UNAUTHORIZED);
    const { body } = await requestToken({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    });
    expect((await askWith(String(body["access_token"]))).status).toBe(200);
  });

  test("an app that uninstalls itself loses its access and its refresh token", async () => {
    const { accessToken, refreshToken } = await expiringAccess();
    const answer = await askWith(
      accessToken,
      "mutation { appUninstall { app { id } userErrors { message } } }",
    );
    expect(answer.status).toBe(200);
    expect(await askWith(accessToken)).toEqual(UNAUTHORIZED);
    expect(
      await requestToken({ grant_type: "refresh_token", refresh_token: refreshToken }),
    ).toMatchObject({ status: 401, body: { error: "invalid_request" } });
  });

  test("the scopes of a token are told to its owner only", async () => {
    const url = `${shop.url}/admin/oauth/access_scopes.json`;
    const headers = { "x-shopify-access-token": shop.accessToken };
    expect(await (await fetch(url, { headers })).json()).toMatchObject({
      access_scopes: expect.arrayContaining([{ handle: "read_orders" }]) as unknown,
    });
    expect((await fetch(url)).status).toBe(401);
  });
});

describe("the authorization code grant", () => {
  const redirectUri = "https://app.example.com/auth/callback";

  async function consent(options: Record<string, string> = {}): Promise<URL> {
    const query = new URLSearchParams({
      client_id: shop.clientId,
      scope: "read_orders",
      redirect_uri: redirectUri,
      state: "nonce",
      ...options,
    });
    const url = `${shop.url}/admin/oauth/authorize?${query.toString()}`;
    const response = await fetch(url, { redirect: "manual" });
    expect(response.status).toBe(302);
    return new URL(response.headers.get("location") ?? "");
  }

  test("sends the browser back with a code, the state and a signature the library accepts", async () => {
    const location = await consent();
    expect(location.href.startsWith(redirectUri)).toBe(true);
    expect(location.searchParams.get("state")).toBe("nonce");
    expect(location.searchParams.get("shop")).toBe(shop.shop);
    const api = shopifyApi({
      apiKey: shop.clientId,
      apiSecretKey: shop.clientSecret,
      apiVersion: ApiVersion.July26,
      hostName: "app.example.com",
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error },
    });
    expect(await api.utils.validateHmac(Object.fromEntries(location.searchParams))).toBe(true);
  });

  test("a code works once", async () => {
    const code = (await consent()).searchParams.get("code") ?? "";
    const { status, body } = await requestToken({ code });
    expect(status).toBe(200);
    expect((await askWith(String(body["access_token"]))).status).toBe(200);
    expect(await requestToken({ code })).toEqual({
      status: 400,
      body: {
        error: "invalid_request",
        error_description: "The authorization code was not found or was already used",
      },
    });
  });

  test("a code for a person gives access in that person's name", async () => {
    const code = (await consent({ "grant_options[]": "per-user" })).searchParams.get("code") ?? "";
    expect((await requestToken({ code })).body).toMatchObject({
      access_token: expect.stringMatching(/^shpua_/) as unknown,
      associated_user: { id: 902_541_635 },
    });
  });

  test("an unknown client gets no code", async () => {
    const response = await fetch(
      `${shop.url}/admin/oauth/authorize?client_id=other&redirect_uri=${redirectUri}`,
      { redirect: "manual", headers: { accept: "application/json" } },
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "application_cannot_be_found" });
  });
});
