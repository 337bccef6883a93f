import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSegment } from "../world/segment-actions.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let segmentId: string;
beforeAll(async () => {
  shop = await startSmallShop();
  segmentId = `gid://shopify/Segment/${createSegment(shop.world, "Core", "customer_tags CONTAINS 'core'").id}`;
});
afterAll(() => shop.close());

const CREATE = `mutation ($d: DiscountAutomaticBasicInput!) { discountAutomaticBasicCreate(automaticBasicDiscount: $d) {
  automaticDiscountNode { id automaticDiscount { __typename ... on DiscountAutomaticBasic { title status } } } userErrors { field message code } } }`;
const READ = `query ($id: ID!) { discountNode(id: $id) { id discount { __typename ... on DiscountAutomaticBasic { title status startsAt endsAt
  customerGets { value { ... on DiscountPercentage { percentage } } } context { __typename ... on DiscountCustomerSegments { segments { id } } } } } } }`;

function tenPercent(overrides: object = {}) {
  return {
    title: "Core: 10 % off",
    startsAt: "2026-01-01T00:00:00Z",
    context: { customerSegments: { add: [segmentId] } },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } },
    ...overrides,
  };
}

async function create(
  overrides: object = {},
): Promise<{ automaticDiscountNode: { id: string } | null; userErrors: object[] }> {
  return (await askFor(shop, CREATE, { d: tenPercent(overrides) })) as {
    automaticDiscountNode: { id: string } | null;
    userErrors: object[];
  };
}

describe("automatic discounts", () => {
  test("one bound to a segment is read back as it was made", async () => {
    const { automaticDiscountNode, userErrors } = await create();
    expect(userErrors).toEqual([]);
    const id = automaticDiscountNode?.id;
    expect(id).toMatch(/^gid:\/\/shopify\/DiscountAutomaticNode\/\d+$/);
    expect(await askFor(shop, READ, { id })).toEqual({
      id,
      discount: {
        __typename: "DiscountAutomaticBasic",
        title: "Core: 10 % off",
        status: "ACTIVE",
        startsAt: "2026-01-01T00:00:00Z",
        endsAt: null,
        customerGets: { value: { percentage: 0.1 } },
        context: { __typename: "DiscountCustomerSegments", segments: [{ id: segmentId }] },
      },
    });
    expect(
      await askFor(
        shop,
        `{ discountNodes(first: 5, query: "title:'Core: 10 % off'") { nodes { id } } }`,
      ),
    ).toEqual({ nodes: [{ id }] });
  });

  test("the status follows from the dates and the clock", async () => {
    const { automaticDiscountNode } = await create({
      title: "Later",
      startsAt: "2027-01-01T00:00:00Z",
    });
    expect(automaticDiscountNode).toMatchObject({ automaticDiscount: { status: "SCHEDULED" } });
  });

  test("deactivating ends it now, activating takes the end away, deleting removes it", async () => {
    const { automaticDiscountNode } = await create({ title: "On and off" });
    const id = automaticDiscountNode?.id;
    const change = (name: string) =>
      `mutation ($id: ID!) { ${name}(id: $id) { automaticDiscountNode { automaticDiscount { ... on DiscountAutomaticBasic { status endsAt } } } userErrors { field message code } } }`;
    expect(await askFor(shop, change("discountAutomaticDeactivate"), { id })).toMatchObject({
      automaticDiscountNode: {
        automaticDiscount: { status: "EXPIRED", endsAt: "2026-06-30T22:59:59Z" },
      },
    });
    expect(await askFor(shop, change("discountAutomaticActivate"), { id })).toMatchObject({
      automaticDiscountNode: { automaticDiscount: { status: "ACTIVE", endsAt: null } },
    });
    const DELETE =
      "mutation ($id: ID!) { discountAutomaticDelete(id: $id) { deletedAutomaticDiscountId userErrors { field message code } } }";
    expect(await askFor(shop, DELETE, { id })).toEqual({
      deletedAutomaticDiscountId: id,
      userErrors: [],
    });
    expect(await askFor(shop, DELETE, { id })).toEqual({
      deletedAutomaticDiscountId: null,
      userErrors: [
        { field: ["id"], message: "Automatic discount does not exist.", code: "INVALID" },
      ],
    });
    expect(await askFor(shop, READ, { id })).toBeNull();
  });

  test("an update changes what it names and keeps the rest", async () => {
    const { automaticDiscountNode } = await create({ title: "Before" });
    const id = automaticDiscountNode?.id;
    const UPDATE =
      "mutation ($id: ID!, $d: DiscountAutomaticBasicInput!) { discountAutomaticBasicUpdate(id: $id, automaticBasicDiscount: $d) { automaticDiscountNode { id } userErrors { field message code } } }";
    await askFor(shop, UPDATE, { id, d: { customerGets: { value: { percentage: 0.2 } } } });
    expect(await askFor(shop, READ, { id })).toMatchObject({
      discount: {
        title: "Before",
        customerGets: { value: { percentage: 0.2 } },
        context: { segments: [{ id: segmentId }] },
      },
    });
    expect(
      await askFor(shop, UPDATE, {
        id: "gid://shopify/DiscountAutomaticNode/1",
        d: { title: "x" },
      }),
    ).toEqual({
      automaticDiscountNode: null,
      userErrors: [{ field: ["id"], message: "Discount does not exist", code: null }],
    });
  });

  test.each([
    [
      { title: " " },
      {
        field: ["automaticBasicDiscount", "title"],
        message: "Title can't be blank",
        code: "BLANK",
      },
    ],
    [
      { startsAt: null },
      {
        field: ["automaticBasicDiscount", "startsAt"],
        message: "Starts at can't be blank",
        code: "BLANK",
      },
    ],
    [
      { endsAt: "2025-01-01T00:00:00Z" },
      {
        field: ["automaticBasicDiscount", "endsAt"],
        message: "Ends at needs to be after starts_at",
        code: "INVALID",
      },
    ],
    [
      { customerGets: { value: { percentage: 0 } } },
      {
        field: ["automaticBasicDiscount", "customerGets", "value", "percentage"],
        message: "Value must be between 0.0 and 1.0",
        code: "VALUE_OUTSIDE_RANGE",
      },
    ],
    [
      { customerGets: { value: { percentage: 10 } } },
      {
        field: ["automaticBasicDiscount", "customerGets", "value", "percentage"],
        message: "Value must be between 0.0 and 1.0",
        code: "VALUE_OUTSIDE_RANGE",
      },
    ],
  ])("%j is refused", async (overrides, error) => {
    expect(await create(overrides)).toEqual({ automaticDiscountNode: null, userErrors: [error] });
  });

  test("two contexts at once are no valid input", async () => {
    const { errors } = await ask(shop, CREATE, {
      d: tenPercent({ customerSelection: { all: true } }),
    });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_VARIABLE" } }]);
  });

  test("the 26th active one is refused", async () => {
    let last = await create({ title: "one more" });
    for (let count = 0; count < 25 && last.userErrors.length === 0; count += 1)
      last = await create({ title: `more ${count}` });
    expect(last.userErrors).toMatchObject([{ code: "ACTIVE_PERIOD_OVERLAP" }]);
  });
});
