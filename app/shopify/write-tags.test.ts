import { afterEach, expect, test } from "vitest";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";
import { addTags, removeTags } from "./write-tags.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const done = { userErrors: [] };

test("every customer gets the outcome of its own write", async () => {
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({
      data: {
        r0: { node: { tags: ["echelon:tier:core", "vip"] }, userErrors: [] },
        r1: { userErrors: [{ field: ["id"], message: "Customer does not exist" }] },
        r2: { userErrors: [{ field: ["tags"], message: "Tags cannot be more than 250" }] },
        r3: null,
        r4: null,
      },
      errors: [
        { message: "Internal error", path: ["r3"], extensions: { code: "ACCESS_DENIED" } },
        { message: "Timed out", path: ["r4"], extensions: { code: "UNDOCUMENTED" } },
      ],
    }),
  );
  const writes = [1n, 2n, 3n, 4n, 5n].map((customerId) => ({
    customerId,
    tags: ["echelon:tier:core"],
  }));
  expect(await addTags(shopify.admin, writes)).toEqual([
    { customerId: 1n, outcome: { kind: "done", tagCount: 2 } },
    { customerId: 2n, outcome: { kind: "customer-gone" } },
    { customerId: 3n, outcome: { kind: "refused", message: "Tags cannot be more than 250" } },
    { customerId: 4n, outcome: { kind: "refused", message: "Internal error" } },
    { customerId: 5n, outcome: { kind: "refused", message: "Timed out" } },
  ]);
});

test("many customers go out 25 to a request, each within the request's budget", async () => {
  shopify = await startScriptedShopify(({ text }) => {
    const count = (text.match(/tagsRemove/g) ?? []).length;
    return graphqlAnswer({
      data: Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, done])),
    });
  });
  const writes = Array.from({ length: 60 }, (_, index) => ({
    customerId: BigInt(index + 1),
    tags: ["a"],
  }));
  const outcomes = await removeTags(shopify.admin, writes);
  expect(outcomes.map(({ customerId }) => customerId)).toEqual(
    writes.map(({ customerId }) => customerId),
  );
  expect(outcomes.every(({ outcome }) => outcome.kind === "done")).toBe(true);
  expect(shopify.received.map(({ text }) => (text.match(/tagsRemove/g) ?? []).length)).toEqual([
    25, 25, 10,
  ]);
  expect(shopify.received[0]?.text).toContain('"id24":"gid://shopify/Customer/25"');
});

test("nobody to write to sends nothing", async () => {
  shopify = await startScriptedShopify(() => ({ status: 500 }));
  expect(await addTags(shopify.admin, [])).toEqual([]);
  expect(shopify.received).toEqual([]);
});
