import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCollection, deleteCollection, type Collection } from "../world/collection.ts";
import { gidOfObject } from "../world/gid.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { addProduct } from "../world/add-product.ts";
import type { Product } from "../world/product.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let mug: Product;
let bowl: Product;
let print: Product;
let pottery: Collection;
let gifts: Collection;
beforeAll(async () => {
  shop = await startSmallShop();
  shop.world.collections.clear();
  const common = { sku: "", productType: "", vendor: "" };
  mug = addProduct(shop.world, { ...common, title: "Mug", priceMinor: 2000 });
  bowl = addProduct(shop.world, { ...common, title: "Bowl", priceMinor: 3000 });
  print = addProduct(shop.world, { ...common, title: "Print", priceMinor: 4000 });
  pottery = addCollection(shop.world, { title: "Pottery", productIds: [mug.id, bowl.id] });
  gifts = addCollection(shop.world, { title: "Gifts & more", productIds: [print.id, mug.id] });
});
afterAll(() => shop.close());

describe("collections", () => {
  test("are listed, searched, counted and sorted", async () => {
    const found = (search: string) => `{ collections(first: 5 ${search}) { nodes { title } } }`;
    expect(await askFor(shop, found("sortKey: TITLE"))).toEqual({
      nodes: [{ title: "Gifts & more" }, { title: "Pottery" }],
    });
    for (const query of [
      "title:Pottery",
      "pot*",
      "pottery",
      `product_id:${bowl.id}`,
      "handle:pottery",
    ])
      expect(await askFor(shop, found(`query: "${query}"`))).toEqual({
        nodes: [{ title: "Pottery" }],
      });
    expect(await askFor(shop, "{ collectionsCount { count precision } }")).toEqual({
      count: 2,
      precision: "EXACT",
    });
  });

  test("are found by id and handle, with their products in their order", async () => {
    const fields = `title handle sortOrder productsCount { count } hasProduct(id: "${gidOfObject(mug)}") products(first: 5) { nodes { title } }`;
    const wanted = {
      title: "Gifts & more",
      handle: "gifts-more",
      sortOrder: "MANUAL",
      productsCount: { count: 2 },
      hasProduct: true,
      products: { nodes: [{ title: "Print" }, { title: "Mug" }] },
    };
    expect(await askFor(shop, `{ collection(id: "${gidOfObject(gifts)}") { ${fields} } }`)).toEqual(
      wanted,
    );
    expect(
      await askFor(shop, `{ collectionByHandle(handle: "gifts-more") { ${fields} } }`),
    ).toEqual(wanted);
    expect(
      await askFor(shop, `{ node(id: "${gidOfObject(gifts)}") { ... on Collection { title } } }`),
    ).toEqual({ title: "Gifts & more" });
    expect(
      await askFor(shop, `{ collection(id: "gid://shopify/Collection/1") { id } }`),
    ).toBeNull();
    const sorted = `{ collection(id: "${gidOfObject(gifts)}") { products(first: 1, sortKey: PRICE) { nodes { title } } } }`;
    expect(await askFor(shop, sorted)).toEqual({ products: { nodes: [{ title: "Mug" }] } });
  });

  test("are known to their products", async () => {
    const asked = `{ product(id: "${gidOfObject(bowl)}") { collections(first: 5) { nodes { title } } inCollection(id: "${gidOfObject(gifts)}") } }`;
    expect(await askFor(shop, asked)).toEqual({
      collections: { nodes: [{ title: "Pottery" }] },
      inCollection: false,
    });
  });

  test("need the scope of products", async () => {
    const other = await startSmallShop({ scopes: ["read_customers"] });
    const { errors } = await ask(other, "{ collections(first: 1) { nodes { id } } }");
    expect(errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
    await other.close();
  });
});

describe("a discount on collections", () => {
  const CREATE = `mutation ($d: DiscountAutomaticBasicInput!) { discountAutomaticBasicCreate(automaticBasicDiscount: $d) {
    automaticDiscountNode { id } userErrors { field message code } } }`;
  const UPDATE = `mutation ($id: ID!, $d: DiscountAutomaticBasicInput!) { discountAutomaticBasicUpdate(id: $id, automaticBasicDiscount: $d) {
    automaticDiscountNode { id } userErrors { field message code } } }`;
  const READ = `query ($id: ID!) { discountNode(id: $id) { discount { ... on DiscountAutomaticBasic { summary customerGets { items {
    __typename ... on DiscountCollections { collections(first: 5) { nodes { title } } } ... on DiscountProducts { products(first: 5) { nodes { title } } } } } } } } }`;
  const input = (items: object) => ({
    title: "A tenth off",
    startsAt: "2026-01-01T00:00:00Z",
    context: { all: "ALL" },
    customerGets: { value: { percentage: 0.1 }, items },
  });
  type Made = { automaticDiscountNode: { id: string } | null; userErrors: object[] };
  const create = async (items: object) => (await askFor(shop, CREATE, { d: input(items) })) as Made;
  const update = async (id: string, items: object) =>
    (await askFor(shop, UPDATE, { id, d: { customerGets: { items } } })) as Made;
  const itemsOf = async (id: string) =>
    ((await askFor(shop, READ, { id })) as { discount: { customerGets: { items: object } } })
      .discount.customerGets.items;

  test("is read back, and changed to other collections and to products in one step", async () => {
    const made = await create({ collections: { add: [gidOfObject(pottery)] } });
    expect(made.userErrors).toEqual([]);
    const id = made.automaticDiscountNode?.id ?? "";
    expect(await askFor(shop, READ, { id })).toMatchObject({
      discount: { summary: expect.stringContaining("Pottery") as string },
    });
    const both = { collections: { add: [gidOfObject(gifts)] } };
    expect(await update(id, both)).toMatchObject({ userErrors: [] });
    expect(await itemsOf(id)).toEqual({
      __typename: "DiscountCollections",
      collections: { nodes: [{ title: "Pottery" }, { title: "Gifts & more" }] },
    });
    const products = { products: { productsToAdd: [gidOfObject(mug)] } };
    expect((await update(id, products)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
    const remove = [pottery, gifts].map(gidOfObject);
    expect(await update(id, { ...products, collections: { remove } })).toMatchObject({
      userErrors: [],
    });
    expect(await itemsOf(id)).toEqual({
      __typename: "DiscountProducts",
      products: { nodes: [{ title: "Mug" }] },
    });
  });

  test("is refused with products beside them, and with one that is unknown", async () => {
    const collections = { add: [gidOfObject(pottery)] };
    const products = { productsToAdd: [gidOfObject(print)] };
    expect((await create({ collections, products })).userErrors).toMatchObject([
      {
        field: ["automaticBasicDiscount", "customerGets", "items", "collections", "add"],
        code: "CONFLICT",
      },
    ]);
    const unknown = { collections: { add: ["gid://shopify/Collection/7"] } };
    expect((await create(unknown)).userErrors).toMatchObject([
      { message: "Collection with id: 7 is invalid", code: "INVALID" },
    ]);
  });

  test("loses a collection that is deleted", async () => {
    const short = addCollection(shop.world, { title: "Short", productIds: [mug.id] });
    const made = await create({ collections: { add: [gidOfObject(short)] } });
    deleteCollection(shop.world, short);
    expect(await itemsOf(made.automaticDiscountNode?.id ?? "")).toEqual({
      __typename: "DiscountCollections",
      collections: { nodes: [] },
    });
  });
});
