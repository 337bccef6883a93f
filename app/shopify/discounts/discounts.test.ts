import { afterEach, expect, test } from "vitest";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "../testing/scripted-shopify.ts";
import type { SegmentDiscount } from "./discount-terms.ts";
import { createDiscount, deleteDiscount, readDiscount, updateDiscount } from "./discounts.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

async function answering(data: object): Promise<ScriptedShopify> {
  shopify = await startScriptedShopify(() => graphqlAnswer({ data }));
  return shopify;
}

const tenPercent: SegmentDiscount = {
  terms: {
    title: "Core: 10 % off",
    code: null,
    offer: { kind: "percentage", percent: 10, items: { kind: "collections", ids: [1n, 2n] } },
    minimum: null,
    startsAt: new Date("2026-11-22T00:00:00Z"),
    endsAt: null,
    usageLimit: null,
    oncePerCustomer: false,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  },
  segmentId: 5n,
  tag: "echelon:discount:x",
};
const automaticDiscountNode = { id: "gid://shopify/DiscountAutomaticNode/9" };

test("a discount is created for one segment, in shares of one", async () => {
  const { admin } = await answering({
    discountAutomaticBasicCreate: { automaticDiscountNode, userErrors: [] },
  });
  expect(await createDiscount(admin, tenPercent)).toEqual({ kind: "saved", discountId: 9n });
  expect(shopify.sentVariables()).toEqual({
    discount: {
      title: "Core: 10 % off",
      startsAt: "2026-11-22T00:00:00.000Z",
      endsAt: null,
      tags: ["echelon:discount:x"],
      combinesWith: tenPercent.terms.combinesWith,
      minimumRequirement: null,
      customerGets: {
        value: { percentage: 0.1 },
        items: {
          collections: {
            add: ["gid://shopify/Collection/1", "gid://shopify/Collection/2"],
            remove: [],
          },
        },
      },
      context: { customerSegments: { add: ["gid://shopify/Segment/5"] } },
    },
  });
});

test("what is changed of segments and collections is told as what to add and what to remove", async () => {
  const { admin } = await answering({
    discountAutomaticBasicUpdate: { automaticDiscountNode, userErrors: [] },
  });
  await updateDiscount(admin, 9n, tenPercent, tenPercent);
  expect(shopify.sentVariables()["discount"]).not.toHaveProperty("context");
  expect(shopify.sentVariables()).toMatchObject({ discount: { customerGets: { items: {} } } });

  const items = { kind: "products", ids: [3n] } as const;
  const onProducts = {
    ...tenPercent,
    segmentId: 6n,
    terms: { ...tenPercent.terms, offer: { kind: "percentage", percent: 10, items } as const },
  };
  await updateDiscount(admin, 9n, onProducts, tenPercent);
  expect(shopify.sentVariables(1)).toMatchObject({
    discount: {
      context: {
        customerSegments: { add: ["gid://shopify/Segment/6"], remove: ["gid://shopify/Segment/5"] },
      },
      customerGets: {
        items: {
          collections: {
            add: [],
            remove: ["gid://shopify/Collection/1", "gid://shopify/Collection/2"],
          },
          products: { productsToAdd: ["gid://shopify/Product/3"], productsToRemove: [] },
        },
      },
    },
  });
});

test("a kind the app never makes reads as none", async () => {
  const { admin } = await answering({
    discountNode: {
      id: "gid://shopify/DiscountNode/9",
      discount: { __typename: "DiscountAutomaticApp" },
    },
  });
  expect(await readDiscount(admin, 9n)).toBeNull();
});

test("deleting a discount that was deleted succeeds, changing it says so", async () => {
  const userErrors = [{ field: ["id"], message: "Discount does not exist.", code: "INVALID" }];
  const { admin } = await answering({
    discountAutomaticDelete: { deletedAutomaticDiscountId: null, userErrors },
    discountAutomaticBasicUpdate: { automaticDiscountNode: null, userErrors },
  });
  expect(await deleteDiscount(admin, "automatic", 9n)).toEqual({ kind: "deleted" });
  expect(await updateDiscount(admin, 9n, tenPercent, tenPercent)).toEqual({ kind: "gone" });
});
