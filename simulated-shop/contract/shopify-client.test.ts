import "@shopify/shopify-api/adapters/node";
import {
  GraphqlQueryError,
  LogSeverity,
  Session,
  shopifyApi,
  ApiVersion,
} from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { customerGid, startSmallShop } from "./api-client.test-support.ts";

// Shopify's own client library, told nothing but where the shop is.

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
  setAbstractFetchFunc((url, init) =>
    fetch(addressOf(url).replace(/^https:\/\/[^/]+\.myshopify\.com/, shop.url), init),
  );
});
afterAll(() => shop.close());

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : input.toString();
}

function client(accessToken = shop.accessToken) {
  const api = shopifyApi({
    apiKey: shop.clientId,
    apiSecretKey: shop.clientSecret,
    apiVersion: ApiVersion.July26,
    hostName: "app.example.com",
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error, log: () => {} },
  });
  const session = new Session({
    id: "offline",
    shop: shop.shop,
    state: "",
    isOnline: false,
    accessToken,
  });
  return new api.clients.Graphql({ session });
}

test("a query with variables, and its cost", async () => {
  const answer: unknown = await client().request(
    "query ($id: ID!) { customer(id: $id) { id tags } }",
    {
      variables: { id: customerGid(shop) },
    },
  );
  expect(answer).toMatchObject({
    data: { customer: { id: customerGid(shop) } },
    extensions: { cost: { requestedQueryCost: 1, actualQueryCost: 1 } },
  });
});

test("a GraphQL error arrives as the library's own error", async () => {
  await expect(client().request("{ shop { nonsense } }")).rejects.toThrow(GraphqlQueryError);
});

test("a wrong token arrives as a 401", async () => {
  await expect(client("shpat_wrong").request("{ shop { name } }")).rejects.toMatchObject({
    response: { code: 401 },
  });
});
