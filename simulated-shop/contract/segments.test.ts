import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const CREATE =
  "mutation ($name: String!, $query: String!) { segmentCreate(name: $name, query: $query) { segment { id name query } userErrors { field message } } }";
type Created = {
  segment: { id: string; name: string } | null;
  userErrors: { field: string[] | null; message: string }[];
};

async function create(
  name: string,
  query = "customer_tags CONTAINS 'echelon:tier:core'",
): Promise<Created> {
  return (await askFor(shop, CREATE, { name, query })) as Created;
}

const MEMBERS = `query ($id: ID!) { customerSegmentMembers(segmentId: $id, first: 10) { totalCount edges { node { id } } } }`;

describe("segments", () => {
  test("a taken name gets a number, a name is trimmed", async () => {
    expect((await create("Core")).segment?.name).toBe("Core");
    expect((await create(" Core ")).segment?.name).toBe("Core (2)");
    expect((await create("Core")).segment?.name).toBe("Core (3)");
  });

  test("what is wrong is told, the name first", async () => {
    expect((await create(" ", "not a valid segment query ???")).userErrors).toEqual([
      { field: ["name"], message: "Name can't be blank" },
    ]);
    expect((await create("x", "not a valid segment query ???")).userErrors).toEqual([
      { field: ["query"], message: "Query Line 1 Column 6: 'valid' is unexpected." },
      { field: ["query"], message: "Query Line 1 Column 4: 'a' filter cannot be found." },
    ]);
    expect((await create("x".repeat(256))).userErrors).toEqual([
      { field: ["name"], message: "Name is too long (maximum is 255 characters)" },
    ]);
  });

  test("a filter Shopify has is accepted; who belongs to it fails loudly when this shop cannot tell", async () => {
    const { segment, userErrors } = await create("Spenders", "predicted_spend_tier = 'HIGH'");
    expect(userErrors).toEqual([]);
    expect((await ask(shop, MEMBERS, { id: segment?.id })).errors).toMatchObject([
      { message: "The simulated shop does not answer Segment query.predicted_spend_tier yet" },
    ]);
  });

  test("membership follows the tags at once", async () => {
    const { segment } = await create("Followers", "customer_tags CONTAINS 'follower'");
    expect(await askFor(shop, MEMBERS, { id: segment?.id })).toEqual({ totalCount: 0, edges: [] });
    const id = customerGid(shop);
    await askFor(
      shop,
      `mutation ($id: ID!) { tagsAdd(id: $id, tags: "Follower") { userErrors { message } } }`,
      { id },
    );
    expect(await askFor(shop, MEMBERS, { id: segment?.id })).toEqual({
      totalCount: 1,
      edges: [{ node: { id: id.replace("Customer", "CustomerSegmentMember") } }],
    });
    expect(
      await askFor(
        shop,
        `query ($c: ID!, $s: [ID!]!) { customerSegmentMembership(customerId: $c, segmentIds: $s) { memberships { isMember } } }`,
        {
          c: id,
          s: [segment?.id, "gid://shopify/Segment/1"],
        },
      ),
    ).toEqual({ memberships: [{ isMember: true }] });
  });

  test("update, find and delete", async () => {
    const { segment } = await create("To change");
    const id = segment?.id;
    const UPDATE =
      "mutation ($id: ID!, $name: String, $query: String) { segmentUpdate(id: $id, name: $name, query: $query) { segment { name query } userErrors { field message } } }";
    expect(await askFor(shop, UPDATE, { id, name: "Changed" })).toMatchObject({
      segment: { name: "Changed" },
      userErrors: [],
    });
    expect(await askFor(shop, UPDATE, { id })).toMatchObject({
      userErrors: [{ message: "At least one attribute to change must be present" }],
    });
    expect(
      await askFor(shop, `{ segments(first: 5, query: "name:\\"Changed\\"") { nodes { id } } }`),
    ).toEqual({ nodes: [{ id }] });
    const DELETE =
      "mutation ($id: ID!) { segmentDelete(id: $id) { deletedSegmentId userErrors { field message } } }";
    expect(await askFor(shop, DELETE, { id })).toEqual({ deletedSegmentId: id, userErrors: [] });
    expect(await askFor(shop, DELETE, { id })).toEqual({
      deletedSegmentId: null,
      userErrors: [{ field: ["id"], message: "Segment does not exist" }],
    });
    expect(
      (await ask(shop, "query ($id: ID!) { segment(id: $id) { id } }", { id })).errors,
    ).toMatchObject([
      { message: "Segment does not exist", path: ["segment"], extensions: { code: "NOT_FOUND" } },
    ]);
  });
});
