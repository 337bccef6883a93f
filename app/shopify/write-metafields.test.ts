import { afterEach, expect, test } from "vitest";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";
import { deleteMetafields, setMetafields } from "./write-metafields.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const accepted = graphqlAnswer({ data: { metafieldsSet: { userErrors: [] } } });
const write = (customerId: bigint) => ({
  customerId,
  tier: "core",
  standing: { group: "at-risk" },
  digests: { tier: null, standing: "seen before" },
});

test("both fields are written in the app's own namespace, twelve customers to a call", async () => {
  shopify = await startScriptedShopify(() => accepted);
  const writes = Array.from({ length: 13 }, (_, index) => write(BigInt(index + 1)));
  expect(await setMetafields(shopify.admin, writes)).toHaveLength(13);
  expect(shopify.sentVariables(0)["metafields"]).toHaveLength(24);
  expect(shopify.sentVariables(1)["metafields"]).toEqual([
    {
      ownerId: "gid://shopify/Customer/13",
      namespace: "$app",
      key: "tier",
      type: "single_line_text_field",
      value: "core",
      // There must be none yet.
      compareDigest: null,
    },
    {
      ownerId: "gid://shopify/Customer/13",
      namespace: "$app",
      key: "standing",
      type: "json",
      value: '{"group":"at-risk"}',
      compareDigest: "seen before",
    },
  ]);
});

test("a customer who is gone does not keep the others of the call from being written", async () => {
  const ownerGone = (index: number) => ({
    field: ["metafields", `${index}`, "ownerId"],
    message: "Owner does not exist",
    code: "INVALID",
  });
  const refused = graphqlAnswer({
    data: { metafieldsSet: { userErrors: [ownerGone(2), ownerGone(3)] } },
  });
  shopify = await startScriptedShopify((_, index) => (index === 0 ? refused : accepted));
  expect(await setMetafields(shopify.admin, [write(1n), write(2n), write(3n)])).toEqual([
    { customerId: 2n, outcome: { kind: "customer-gone" } },
    { customerId: 1n, outcome: { kind: "done" } },
    { customerId: 3n, outcome: { kind: "done" } },
  ]);
  expect(shopify.received).toHaveLength(2);
});

test("the digests Shopify answers with are what the next write goes by", async () => {
  const metafields = [
    { key: "tier", compareDigest: "a" },
    { key: "standing", compareDigest: "b" },
    { key: "tier", compareDigest: "c" },
    { key: "standing", compareDigest: "d" },
  ];
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({ data: { metafieldsSet: { metafields, userErrors: [] } } }),
  );
  const outcomes = await setMetafields(shopify.admin, [write(1n), write(2n)]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    { kind: "done", digests: { tier: "a", standing: "b" } },
    { kind: "done", digests: { tier: "c", standing: "d" } },
  ]);
});

test("a field somebody else has written meanwhile is a conflict, and is not written over", async () => {
  const stale = {
    field: ["metafields", "1"],
    message: "The resource has been updated since it was loaded.",
    code: "STALE_OBJECT",
  };
  shopify = await startScriptedShopify((_, index) =>
    index === 0 ? graphqlAnswer({ data: { metafieldsSet: { userErrors: [stale] } } }) : accepted,
  );
  expect(await setMetafields(shopify.admin, [write(1n), write(2n)])).toEqual([
    { customerId: 1n, outcome: { kind: "conflict" } },
    { customerId: 2n, outcome: { kind: "done" } },
  ]);
});

test("an error that names no customer is everybody's", async () => {
  const userErrors = [{ field: null, message: "App not authorized", code: "APP_NOT_AUTHORIZED" }];
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({ data: { metafieldsSet: { userErrors } } }),
  );
  const outcome = { kind: "refused", message: "App not authorized" };
  expect(await setMetafields(shopify.admin, [write(1n), write(2n)])).toEqual([
    { customerId: 1n, outcome },
    { customerId: 2n, outcome },
  ]);
  expect(shopify.received).toHaveLength(1);
});

test("Shopify's own trouble is worth another attempt", async () => {
  const userErrors = [{ field: null, message: "Something went wrong", code: "INTERNAL_ERROR" }];
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({ data: { metafieldsSet: { userErrors } } }),
  );
  expect(await setMetafields(shopify.admin, [write(1n)])).toEqual([
    { customerId: 1n, outcome: { kind: "try-again", code: "INTERNAL_ERROR" } },
  ]);
});

test("taking fields off a customer who has none succeeds", async () => {
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({
      data: { metafieldsDelete: { deletedMetafields: [null, null], userErrors: [] } },
    }),
  );
  expect(await deleteMetafields(shopify.admin, [1n])).toEqual([
    { customerId: 1n, outcome: { kind: "done" } },
  ]);
});
