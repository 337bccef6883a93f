import { parse } from "graphql";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { afterEach, describe, expect, test } from "vitest";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

const readName = parse("query ReadName { shop { name } }") as TypedDocumentNode<
  { shop: { name: string } },
  object
>;
const named = graphqlAnswer({ data: { shop: { name: "A shop" } } });
const throttled = graphqlAnswer(
  { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] },
  { requested: 500, available: 200 },
);

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

test("a call carries the token and the pinned API version, and gives the data", async () => {
  shopify = await startScriptedShopify(() => named);
  expect(await shopify.admin.request(readName, {})).toEqual({ shop: { name: "A shop" } });
  expect(shopify.received[0]).toMatchObject({
    path: "/admin/api/2026-07/graphql.json",
    headers: { "x-shopify-access-token": "token-1" },
  });
  expect(shopify.admin.readBudget()).toEqual({
    availablePoints: 1_990,
    maximumPoints: 2_000,
    restorePointsPerSecond: 100,
  });
});

describe("points", () => {
  test("a throttled call waits until its points are restored, then succeeds", async () => {
    shopify = await startScriptedShopify((_, index) => (index === 0 ? throttled : named));
    await shopify.admin.request(readName, {});
    const [waitMs = 0] = shopify.waitsMs;
    expect(waitMs).toBeGreaterThanOrEqual(3_000); // (500 − 200) / 100 per second
    expect(waitMs).toBeLessThan(3_300);
    expect(shopify.received).toHaveLength(2);
  });

  test("a call that costs more than is left waits before it is sent", async () => {
    shopify = await startScriptedShopify(() =>
      graphqlAnswer({ data: {} }, { requested: 300, available: 100 }),
    );
    await shopify.admin.request(readName, {});
    await shopify.admin.request(readName, {});
    expect(shopify.waitsMs).toEqual([2_000]); // (300 − 100) / 100 per second
  });

  test("calls at the same time do not count on the same points", async () => {
    shopify = await startScriptedShopify(() =>
      graphqlAnswer({ data: {} }, { requested: 10, available: 300 }),
    );
    await shopify.admin.request(readName, {});
    await Promise.all(
      [1, 2].map(() => shopify.admin.request(readName, {}, { expectedPoints: 250 })),
    );
    expect(shopify.waitsMs).toEqual([2_000]); // the second finds 50 of its 250
  });
});

test("a call in the background goes on as soon as another's answer says that there are points", async () => {
  const waitsMs: number[] = [];
  shopify = await startScriptedShopify(
    (_, index) => (index === 0 ? graphqlAnswer({ data: {} }, { available: 9 }) : named),
    {
      async sleep(ms) {
        waitsMs.push(ms);
        await shopify.admin.request(readName, {}, { expectedPoints: 1 });
      },
    },
  );
  await shopify.admin.request(readName, {});
  await shopify.admin.request(readName, {}, { isBackground: true });
  // Without the other call half of the bucket would be there after ten seconds.
  expect(waitsMs).toEqual([200]);
  expect(shopify.received).toHaveLength(3);
});

describe("a call is repeated", () => {
  const passing = [
    ["a server error", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a dropped connection", { hangUpAfterBytes: 0 }],
    [
      "Shopify's own internal error",
      { body: { errors: [{ message: "…", extensions: { code: "INTERNAL_SERVER_ERROR" } }] } },
    ],
    ["an answer that is not JSON", { body: "<html>" }],
  ] as const;

  test.each(passing)("after %s", async (_name, answer) => {
    shopify = await startScriptedShopify((_, index) => (index === 0 ? answer : named));
    expect(await shopify.admin.request(readName, {})).toEqual({ shop: { name: "A shop" } });
  });

  test("after 429 no sooner than Retry-After says, in seconds", async () => {
    const tooMany = { status: 429, headers: { "Retry-After": "7" } };
    shopify = await startScriptedShopify((_, index) => (index === 0 ? tooMany : named));
    await shopify.admin.request(readName, {});
    expect(shopify.waitsMs[0]).toBeGreaterThanOrEqual(7_000);
  });

  test("until the deadline, and fails as unreachable then", async () => {
    shopify = await startScriptedShopify(() => ({ status: 503 }), { deadlineMs: 20_000 });
    await expect(shopify.admin.request(readName, {})).rejects.toMatchObject({
      failure: "unreachable",
      retryable: true,
    });
    expect(shopify.waitsMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000);
    expect(shopify.received.length).toBeGreaterThan(3);
  });

  test("not after a lost answer when repeating could create a thing twice", async () => {
    shopify = await startScriptedShopify(() => ({ hangUpAfterBytes: 0 }));
    const call = shopify.admin.request(readName, {}, { repeatable: false });
    await expect(call).rejects.toMatchObject({ failure: "unreachable" });
    expect(shopify.received).toHaveLength(1);
  });

  test("even then when it was throttled, for nothing was done", async () => {
    shopify = await startScriptedShopify((_, index) => (index === 0 ? throttled : named));
    await shopify.admin.request(readName, {}, { repeatable: false });
    expect(shopify.received).toHaveLength(2);
  });
});

describe("a call fails at once", () => {
  test.each([402, 403, 404, 423])(
    "with HTTP %i, because the shop is closed to us",
    async (status) => {
      shopify = await startScriptedShopify(() => ({ status }));
      await expect(shopify.admin.request(readName, {})).rejects.toMatchObject({
        failure: "shop-unavailable",
        retryable: false,
      });
      expect(shopify.received).toHaveLength(1);
    },
  );

  test("when a GraphQL error leaves no data", async () => {
    const errors = [
      {
        message: "Variable $id was provided jane@example.com",
        extensions: { code: "INVALID_VARIABLE" },
      },
    ];
    shopify = await startScriptedShopify(() => graphqlAnswer({ errors }));
    const failed = await shopify.admin.request(readName, {}).catch((error: unknown) => error);
    expect(failed).toMatchObject({ failure: "refused", retryable: false });
    expect(String(failed)).toBe(
      "ShopifyCallFailed: ReadName of a-shop.myshopify.com: INVALID_VARIABLE",
    );
  });

  test("when there is no other token than the rejected one", async () => {
    shopify = await startScriptedShopify(() => ({
      status: 401,
      body: { errors: "[API] Invalid access token" },
    }));
    await expect(shopify.admin.request(readName, {})).rejects.toMatchObject({
      failure: "token-rejected",
    });
    expect(shopify.received).toHaveLength(1);
  });

  test("when the renewed token is rejected too", async () => {
    let renewals = 0;
    shopify = await startScriptedShopify(() => ({ status: 401 }), {
      accessToken: async () => `token-${renewals++}`,
    });
    await expect(shopify.admin.request(readName, {})).rejects.toMatchObject({
      failure: "token-rejected",
    });
    expect(shopify.received).toHaveLength(2);
  });
});

test("a rejected token is renewed, once", async () => {
  const rejectedTokens: (string | null)[] = [];
  shopify = await startScriptedShopify(
    ({ headers }) => (headers["x-shopify-access-token"] === "new" ? named : { status: 401 }),
    {
      accessToken: async (rejectedToken) => {
        rejectedTokens.push(rejectedToken);
        return rejectedToken === null ? "old" : "new";
      },
    },
  );
  expect(await shopify.admin.request(readName, {})).toEqual({ shop: { name: "A shop" } });
  expect(rejectedTokens).toEqual([null, "old"]);
});

describe("fields refused one by one", () => {
  const partly = graphqlAnswer({
    data: { shop: null },
    errors: [{ message: "Access denied", path: ["shop"], extensions: { code: "ACCESS_DENIED" } }],
  });

  test("are listed beside the data when the caller can use it", async () => {
    shopify = await startScriptedShopify(() => partly);
    expect(await shopify.admin.requestPartly(readName, {})).toMatchObject({
      data: { shop: null },
      fieldErrors: [{ code: "ACCESS_DENIED", path: ["shop"] }],
    });
  });

  test("fail the call when it needs them all", async () => {
    shopify = await startScriptedShopify(() => partly);
    await expect(shopify.admin.request(readName, {})).rejects.toThrow("ACCESS_DENIED at shop");
  });
});
