import { afterEach, expect, test } from "vitest";
import {
  createSegment,
  deleteSegment,
  findRecentSegment,
  readSegment,
  updateSegment,
} from "./segments.ts";
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
