import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const ADD =
  "mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { ... on Customer { tags } ... on Order { tags } } userErrors { field message } } }";
const REMOVE =
  "mutation ($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { node { id } userErrors { field message } } }";

describe("tags", () => {
  test("added tags are split, trimmed, without case duplicates and sorted", async () => {
    const id = customerGid(shop, 1);
    await askFor(shop, REMOVE, { id, tags: ["newsletter", "VIP-2024", "wholesale"] });
    await askFor(shop, ADD, { id, tags: "a" });
    expect(await askFor(shop, ADD, { id, tags: ["b, A", " C "] })).toEqual({
      node: { tags: ["a", "b", "C"] },
      userErrors: [],
    });
    await askFor(shop, REMOVE, { id, tags: ["B", "not there"] });
    expect(await askFor(shop, "query ($id: ID!) { customer(id: $id) { tags } }", { id })).toEqual({
      tags: ["a", "C"],
    });
  });

  test("the 251st tag is refused and none is added", async () => {
    const id = customerGid(shop, 2);
    await askFor(shop, ADD, { id, tags: Array.from({ length: 240 }, (_, index) => `t${index}`) });
    const tooMany = Array.from({ length: 20 }, (_, index) => `u${index}`);
    expect(await askFor(shop, ADD, { id, tags: tooMany })).toEqual({
      node: null,
      userErrors: [{ field: ["tags"], message: "Tags cannot be more than 250" }],
    });
  });

  test("orders have tags as well, and a change of them is an update of the order", async () => {
    const [order] = shop.world.orders.values();
    if (order === undefined) throw new Error("no order");
    const before = order.updatedAtMs;
    expect(
      await askFor(shop, ADD, { id: `gid://shopify/Order/${order.id}`, tags: ["gift"] }),
    ).toEqual({ node: { tags: ["gift"] }, userErrors: [] });
    expect(order.updatedAtMs).toBeGreaterThan(before);
  });

  test("removing a tag ignores its case on customers and products, not on orders", async () => {
    const [order] = shop.world.orders.keys();
    const [product] = shop.world.products.keys();
    const TAGS =
      "query ($id: ID!) { node(id: $id) { ... on Customer { tags } ... on Order { tags } ... on Product { tags } } }";
    for (const [id, left] of [
      [customerGid(shop, 3), []],
      [`gid://shopify/Product/${product}`, []],
      [`gid://shopify/Order/${order}`, ["Crimson"]],
    ] as const) {
      const { tags = [] } = (await askFor(shop, TAGS, { id })) as { tags?: string[] };
      await askFor(shop, REMOVE, { id, tags });
      await askFor(shop, ADD, { id, tags: ["Crimson"] });
      await askFor(shop, REMOVE, { id, tags: ["crimson"] });
      expect(await askFor(shop, TAGS, { id })).toEqual({ tags: left });
    }
  });

  test("a list of more than 250 is refused before anything is looked at", async () => {
    const tags = Array.from({ length: 251 }, (_, index) => `t${index}`);
    expect((await ask(shop, ADD, { id: customerGid(shop), tags })).errors).toMatchObject([
      { extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } },
    ]);
  });

  test("customerUpdate replaces all tags, and the webhooks' events tell what came and went", async () => {
    const id = customerGid(shop, 8);
    await askFor(shop, ADD, { id, tags: ["ours", "theirs"] });
    const told: string[] = [];
    const stop = shop.world.events.onAny((event) => told.push(event.kind));
    const UPDATE =
      "mutation ($input: CustomerInput!) { customerUpdate(input: $input) { customer { tags note } userErrors { field message } } }";
    expect(await askFor(shop, UPDATE, { input: { id, tags: ["theirs"], note: "hello" } })).toEqual({
      customer: { tags: ["theirs"], note: "hello" },
      userErrors: [],
    });
    stop();
    expect(told).toContain("customer-tags-removed");
    expect(told).toContain("customer-updated");
  });

  test("a missing customer is a userError, a type without tags a top-level error", async () => {
    expect(await askFor(shop, ADD, { id: "gid://shopify/Customer/1", tags: ["a"] })).toEqual({
      node: null,
      userErrors: [{ field: ["id"], message: "Customer does not exist" }],
    });
    expect(
      (await ask(shop, ADD, { id: "gid://shopify/Segment/1", tags: ["a"] })).errors,
    ).toMatchObject([
      { message: "invalid id", path: ["tagsAdd"], extensions: { code: "RESOURCE_NOT_FOUND" } },
    ]);
  });
});

const SET = `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) {
  metafields { namespace key type value compareDigest ownerType } userErrors { field message code elementIndex } } }`;

function tier(ownerId: string, value: string) {
  return { ownerId, namespace: "$app", key: "tier", type: "single_line_text_field", value };
}

type SetResult = {
  metafields: { namespace: string; compareDigest: string }[] | null;
  userErrors: { code: string; field: string[] }[];
};

describe("metafields", () => {
  test("an app's own namespace is expanded, and read back by $app or nothing", async () => {
    const id = customerGid(shop, 3);
    const set = (await askFor(shop, SET, { m: [tier(id, "core")] })) as SetResult;
    expect(set.userErrors).toEqual([]);
    expect(set.metafields?.[0]).toMatchObject({
      namespace: expect.stringMatching(/^app--\d+$/) as unknown,
      value: "core",
      ownerType: "CUSTOMER",
    });
    const read = await askFor(
      shop,
      `query ($id: ID!) { customer(id: $id) { a: metafield(key: "tier") { value } b: metafield(namespace: "$app", key: "tier") { value }
        metafields(first: 5) { nodes { key jsonValue } } } }`,
      { id },
    );
    expect(read).toEqual({
      a: { value: "core" },
      b: { value: "core" },
      metafields: { nodes: [{ key: "tier", jsonValue: "core" }] },
    });
  });

  test("one wrong entry stops the whole call", async () => {
    const [a, b] = [customerGid(shop, 4), customerGid(shop, 5)];
    const standing = {
      ownerId: b,
      namespace: "$app",
      key: "standing",
      type: "json",
      value: "{ nope",
    };
    const set = (await askFor(shop, SET, {
      m: [tier(a, "core"), standing, tier("gid://shopify/Customer/1", "x")],
    })) as SetResult;
    expect(set).toEqual({
      metafields: [],
      userErrors: [
        {
          field: ["metafields", "1", "value"],
          message: expect.any(String) as unknown,
          code: "INVALID_VALUE",
          elementIndex: null,
        },
        {
          field: ["metafields", "2", "ownerId"],
          message: "Owner does not exist.",
          code: "INVALID_VALUE",
          elementIndex: null,
        },
      ],
    });
    expect(
      await askFor(
        shop,
        `query ($id: ID!) { customer(id: $id) { metafield(key: "tier") { value } } }`,
        { id: a },
      ),
    ).toEqual({ metafield: null });
  });

  test("26 are too many", async () => {
    const id = customerGid(shop);
    const m = Array.from({ length: 26 }, (_, index) => ({ ...tier(id, "x"), key: `key${index}` }));
    expect(await askFor(shop, SET, { m })).toMatchObject({
      metafields: null,
      userErrors: [{ code: "LESS_THAN_OR_EQUAL_TO", field: ["metafields"] }],
    });
  });

  test("a stale digest is refused, null means it must not exist yet", async () => {
    const id = customerGid(shop, 6);
    const first = (await askFor(shop, SET, {
      m: [{ ...tier(id, "core"), compareDigest: null }],
    })) as SetResult;
    const digest = first.metafields?.[0]?.compareDigest;
    expect(
      await askFor(shop, SET, { m: [{ ...tier(id, "base"), compareDigest: digest }] }),
    ).toMatchObject({ userErrors: [] });
    for (const compareDigest of [digest, null]) {
      expect(
        await askFor(shop, SET, { m: [{ ...tier(id, "growth"), compareDigest }] }),
      ).toMatchObject({
        metafields: [],
        userErrors: [{ code: "STALE_OBJECT", field: ["metafields", "0"] }],
      });
    }
  });

  test("another app's namespace is closed", async () => {
    const m = [{ ...tier(customerGid(shop), "x"), namespace: "app--1" }];
    expect(await askFor(shop, SET, { m })).toMatchObject({
      userErrors: [{ code: "APP_NOT_AUTHORIZED" }],
    });
  });

  test("deleting tells what was deleted and null for what was not there", async () => {
    const id = customerGid(shop, 7);
    await askFor(shop, SET, { m: [tier(id, "core")] });
    const identifier = { ownerId: id, namespace: "$app", key: "tier" };
    const DELETE =
      "mutation ($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) { deletedMetafields { key } userErrors { message } } }";
    expect(
      await askFor(shop, DELETE, { m: [identifier, { ...identifier, key: "standing" }] }),
    ).toEqual({
      deletedMetafields: [{ key: "tier" }, null],
      userErrors: [],
    });
  });
});
