import { afterEach, expect, test } from "vitest";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  readSegment,
  updateSegment,
} from "./segments.ts";
import {
  createSegmentDiscount,
  deleteDiscount,
  readSegmentDiscount,
  updateSegmentDiscount,
} from "./segment-discounts.ts";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const query = "customer_tags CONTAINS 'echelon:tier:core'";
const unknownSegment = [{ field: ["id"], message: "Segment does not exist" }];

async function answering(data: object, errors?: object[]): Promise<ScriptedShopify> {
  shopify = await startScriptedShopify(() => graphqlAnswer(errors ? { data, errors } : { data }));
  return shopify;
}

test("a created segment comes back with the name Shopify gave it", async () => {
  const segment = { id: "gid://shopify/Segment/5", name: "Core (2)", query };
  const { admin } = await answering({ segmentCreate: { segment, userErrors: [] } });
  expect(await createSegment(admin, "Core", query)).toEqual({
    kind: "saved",
    segment: { segmentId: 5n, name: "Core (2)", query },
  });
});

test("a query Shopify cannot read is a refusal in its words", async () => {
  const userErrors = [
    { field: ["query"], message: "Query Line 1 Column 6: 'valid' is unexpected." },
  ];
  const { admin } = await answering({ segmentCreate: { segment: null, userErrors } });
  expect(await createSegment(admin, "Core", "not valid")).toEqual({
    kind: "refused",
    message: "Query Line 1 Column 6: 'valid' is unexpected.",
  });
});

test("a segment somebody deleted reads as none", async () => {
  const notFound = {
    message: "Segment not found",
    path: ["segment"],
    extensions: { code: "NOT_FOUND" },
  };
  const { admin } = await answering({ segment: null }, [notFound]);
  expect(await readSegment(admin, 5n)).toBeNull();
});

test("updating a segment that was deleted says so", async () => {
  const { admin } = await answering({
    segmentUpdate: { segment: null, userErrors: unknownSegment },
  });
  expect(await updateSegment(admin, 5n, { name: "Core", query })).toEqual({ kind: "gone" });
});

test("deleting a segment that was deleted succeeds", async () => {
  const { admin } = await answering({
    segmentDelete: { deletedSegmentId: null, userErrors: unknownSegment },
  });
  expect(await deleteSegment(admin, 5n)).toEqual({ kind: "deleted" });
});

test("a segment left by an interrupted publication is found, a merchant's own of the same query is not", async () => {
  const nodes = [
    { id: "gid://shopify/Segment/8", name: "My best", query },
    { id: "gid://shopify/Segment/7", name: "Core (2)", query },
  ];
  const { admin } = await answering({ segments: { nodes } });
  expect(await findRecentSegment(admin, "Core", query)).toMatchObject({ segmentId: 7n });
});

test("a discount is created for one segment, in shares of one", async () => {
  const automaticDiscountNode = { id: "gid://shopify/DiscountAutomaticNode/9" };
  const { admin } = await answering({
    discountAutomaticBasicCreate: { automaticDiscountNode, userErrors: [] },
  });
  const wanted = { title: "Core: 10 % off", percent: 10, segmentId: 5n };
  expect(await createSegmentDiscount(admin, wanted, new Date("2026-11-22T00:00:00Z"))).toEqual({
    kind: "saved",
    discountId: 9n,
  });
  expect(shopify.sentVariables()).toEqual({
    discount: {
      title: "Core: 10 % off",
      startsAt: "2026-11-22T00:00:00.000Z",
      customerGets: { value: { percentage: 0.1 }, items: { all: true } },
      context: { customerSegments: { add: ["gid://shopify/Segment/5"] } },
    },
  });
});

const held = {
  discountId: 9n,
  title: "Core",
  percent: 10,
  segmentId: 5n,
  status: "ACTIVE",
} as const;

test("changing a discount's percent leaves its segment alone, changing its segment swaps them", async () => {
  const automaticDiscountNode = { id: "gid://shopify/DiscountAutomaticNode/9" };
  const { admin } = await answering({
    discountAutomaticBasicUpdate: { automaticDiscountNode, userErrors: [] },
  });
  await updateSegmentDiscount(admin, held, { title: "Core", percent: 15, segmentId: 5n });
  expect(shopify.sentVariables()["discount"]).not.toHaveProperty("context");
  await updateSegmentDiscount(admin, held, { title: "Core", percent: 15, segmentId: 6n });
  expect(shopify.sentVariables(1)).toMatchObject({
    discount: {
      context: {
        customerSegments: { add: ["gid://shopify/Segment/6"], remove: ["gid://shopify/Segment/5"] },
      },
    },
  });
});

test("a discount reads back as it was written", async () => {
  const discount = {
    __typename: "DiscountAutomaticBasic",
    title: "Core",
    status: "ACTIVE",
    customerGets: { value: { percentage: 0.29 } },
    context: { segments: [{ id: "gid://shopify/Segment/5" }] },
  };
  const { admin } = await answering({
    discountNode: { id: "gid://shopify/DiscountNode/9", discount },
  });
  expect(await readSegmentDiscount(admin, 9n)).toEqual({ ...held, percent: 29 });
});

test("a discount a merchant opened to everybody is not ours any more", async () => {
  const discount = {
    __typename: "DiscountAutomaticBasic",
    title: "Core",
    status: "ACTIVE",
    customerGets: { value: { percentage: 0.1 } },
    context: {},
  };
  const { admin } = await answering({
    discountNode: { id: "gid://shopify/DiscountAutomaticNode/9", discount },
  });
  expect(await readSegmentDiscount(admin, 9n)).toBeNull();
});

test("deleting a discount that was deleted succeeds", async () => {
  const userErrors = [{ field: ["id"], message: "Discount does not exist.", code: "INVALID" }];
  const { admin } = await answering({
    discountAutomaticDelete: { deletedAutomaticDiscountId: null, userErrors },
  });
  expect(await deleteDiscount(admin, 9n)).toEqual({ kind: "deleted" });
});
