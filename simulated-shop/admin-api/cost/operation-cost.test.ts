import { Kind, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { loadAdminSchema } from "../schema/load-admin-schema.ts";
import { costOfOperation } from "./operation-cost.ts";
import { viewDocument } from "./selected-fields.ts";

function costOf(text: string, variables: Record<string, unknown> = {}, result?: unknown): number {
  const document = parse(text);
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error("no operation");
  return costOfOperation(
    viewDocument(loadAdminSchema("2026-07"), document, variables),
    operation,
    result,
  );
}

describe("requested cost, as seen in real traffic", () => {
  test.each([
    ["{ shop { name } }", 1],
    ["{ shop { plan { shopifyPlus } } currentAppInstallation { accessScopes { handle } } }", 4],
    ["{ customersCount { count precision } }", 10],
    ["{ products(first: 0) { nodes { id } } }", 2],
    ["{ orders(first: 1) { nodes { id } } }", 3],
    ["{ orders(first: 3) { nodes { id } } }", 4],
    ["{ orders(first: 10) { nodes { id } } }", 6],
    ["{ orders(first: 50) { nodes { id } } }", 9],
    ["{ orders(first: 250) { nodes { id } pageInfo { hasNextPage endCursor } } }", 13],
    ["{ customers(first: 2) { edges { cursor node { email } } nodes { email } } }", 4],
    [
      '{ customer(id: "gid://shopify/Customer/1") { id amountSpent { amount } defaultEmailAddress { emailAddress } } }',
      2,
    ],
    [
      'mutation { segmentDelete(id: "gid://shopify/Segment/1") { deletedSegmentId userErrors { field message } } }',
      10,
    ],
    [
      'mutation { a: tagsAdd(id: "gid://shopify/Order/1", tags: "x") { node { id } userErrors { message } } }',
      10,
    ],
    [
      "mutation { stagedUploadsCreate(input: []) { stagedTargets { url parameters { name value } } userErrors { field message } } }",
      11,
    ],
    ['mutation { flowTriggerReceive(handle: "x") { userErrors { field message } } }', 1],
  ])("%s", (text, points) => {
    expect(costOf(text)).toBe(points);
  });

  test("aliased mutations cost their sum", () => {
    const one = `tagsAdd(id: "gid://shopify/Order/1", tags: "x") { userErrors { message } }`;
    expect(costOf(`mutation { a: ${one} b: ${one} c: ${one} }`)).toBe(30);
  });

  test("a size from a variable counts, a skipped field does not", () => {
    const text =
      "query ($n: Int!, $skip: Boolean!) { orders(first: $n) { nodes { id } } customersCount @skip(if: $skip) { count } }";
    expect(costOf(text, { n: 20, skip: true })).toBe(7);
    expect(costOf(text, { n: 20, skip: false })).toBe(17);
  });

  test("of alternatives of a union the dearest counts", () => {
    const text = `{ node(id: "gid://shopify/Customer/1") { ... on Customer { lastOrder { id } } ... on Order { name } } }`;
    expect(costOf(text)).toBe(2);
  });
});

test("a partly filled page costs its share: 20 requested and 7 rows cost 4 of 7", () => {
  const nodes = Array.from({ length: 7 }, () => ({ id: "gid" }));
  expect(costOf("{ orders(first: 20) { nodes { id } } }", {}, { orders: { nodes } })).toBe(4);
});
