import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";
import { finished, linesOf, runMutation, upload } from "./bulk.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const ADD_TAGS =
  "mutation Add($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }";

function jsonl(lines: readonly object[]): string {
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

describe("a bulk mutation", () => {
  test("runs once per line, each result with its line number, failures among them", async () => {
    const tagged = [0, 1, 2].map((index) => ({
      id: customerGid(shop, index),
      tags: ["echelon:tier:core"],
    }));
    const path = await upload(
      shop,
      jsonl([
        ...tagged,
        { id: "gid://shopify/Customer/1", tags: ["x"] },
        { id: "nonsense", tags: ["x"] },
      ]),
    );
    const started = await runMutation(shop, ADD_TAGS, path);
    expect(started.bulkOperation).toMatchObject({ status: "CREATED", type: "MUTATION" });
    const operation = await finished(shop, started);
    expect(operation).toMatchObject({ status: "COMPLETED", objectCount: "5" });
    expect(await linesOf(operation)).toEqual([
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 0 },
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 1 },
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 2 },
      {
        data: { tagsAdd: { userErrors: [{ field: ["id"], message: "Customer does not exist" }] } },
        __lineNumber: 3,
      },
      {
        errors: [
          expect.objectContaining({
            extensions: expect.objectContaining({ code: "INVALID_VARIABLE" }) as unknown,
          }),
        ],
        __lineNumber: 4,
      },
    ]);
    expect(
      [...shop.world.customers.values()].filter((customer) =>
        customer.tags.includes("echelon:tier:core"),
      ),
    ).toHaveLength(3);
  });

  test("a line that is no JSON fails alone", async () => {
    const path = await upload(
      shop,
      `nonsense\n${JSON.stringify({ id: customerGid(shop), tags: ["ok"] })}`,
    );
    const lines = await linesOf(await finished(shop, await runMutation(shop, ADD_TAGS, path)));
    expect(lines).toMatchObject([
      { errors: [{ message: expect.stringMatching(/JSON/) as unknown }], __lineNumber: 0 },
      { data: {}, __lineNumber: 1 },
    ]);
  });

  test("costs nothing per line", async () => {
    const path = await upload(
      shop,
      jsonl(
        Array.from({ length: 30 }, (_, index) => ({
          id: customerGid(shop, index),
          tags: ["bulk"],
        })),
      ),
    );
    const pointsBefore = shop.traffic.points;
    const started = await runMutation(shop, ADD_TAGS, path);
    expect(shop.traffic.points - pointsBefore).toBe(10);
    await finished(shop, started);
  });
});

describe("is refused", () => {
  test.each([
    [
      "mutation { not parseable",
      {
        field: null,
        message: "Failed to parse the mutation - syntax error, unexpected end of file at [1, 16]",
        code: "INVALID_MUTATION",
      },
    ],
    [
      "{ orders { edges { node { id } } } }",
      {
        field: null,
        message: "Invalid operation type. Only `mutation` operations are supported.",
        code: "INVALID_MUTATION",
      },
    ],
    [
      'mutation { a: segmentDelete(id: "gid://shopify/Segment/1") { deletedSegmentId } b: segmentDelete(id: "gid://shopify/Segment/1") { deletedSegmentId } }',
      { field: ["mutation"], message: "You must specify a single top level mutation.", code: null },
    ],
    [
      "mutation P($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } } }",
      { field: ["mutation"], message: "You must use an allowed mutation name.", code: null },
    ],
    [
      "mutation C($id: ID!) { tagsAdd(id: $id, tags: []) { node { ... on Customer { orders(first: 1) { edges { node { lineItems(first: 1) { edges { node { id } } } } } } } } } }",
      {
        field: ["mutation"],
        message: "Bulk mutations cannot contain more than 1 connection.",
        code: null,
      },
    ],
  ])("%s", async (mutation, error) => {
    expect(await runMutation(shop, mutation, "valid")).toEqual({
      bulkOperation: null,
      userErrors: [error],
    });
  });

  test("without its file, or with an empty one", async () => {
    expect((await runMutation(shop, ADD_TAGS, "tmp/none.jsonl")).userErrors).toMatchObject([
      { field: null, code: "NO_SUCH_FILE" },
    ]);
    const empty = await upload(shop, "");
    expect((await runMutation(shop, ADD_TAGS, empty)).userErrors).toEqual([
      { field: null, message: "The input file is empty.", code: "INVALID_STAGED_UPLOAD_FILE" },
    ]);
  });
});

describe("staged uploads", () => {
  test("a form whose file is not last, or with an unknown key, is refused and keeps nothing", async () => {
    const fileFirst = new FormData();
    fileFirst.append("file", new Blob(["{}"]), "vars.jsonl");
    fileFirst.append("key", "tmp/x");
    expect(
      (await fetch(`${shop.url}/staged-uploads`, { method: "POST", body: fileFirst })).status,
    ).toBe(400);
    const unknownKey = new FormData();
    unknownKey.append("key", "tmp/x");
    unknownKey.append("file", new Blob(["{}"]), "vars.jsonl");
    expect(
      (await fetch(`${shop.url}/staged-uploads`, { method: "POST", body: unknownKey })).status,
    ).toBe(403);
    expect(
      (await fetch(`${shop.url}/staged-uploads`, { method: "POST", body: "nonsense" })).status,
    ).toBe(400);
  });

  test("a PUT target takes the bare file", async () => {
    const created = (await askFor(
      shop,
      `mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: "v.jsonl", mimeType: "text/jsonl", httpMethod: PUT }]) { stagedTargets { url parameters { name value } } } }`,
    )) as { stagedTargets: { url: string; parameters: object[] }[] };
    const [target] = created.stagedTargets;
    expect(target?.parameters).toEqual([
      { name: "content_type", value: "text/jsonl" },
      { name: "acl", value: "private" },
    ]);
    const url = new URL(target?.url ?? "");
    const body = JSON.stringify({ id: customerGid(shop), tags: ["put"] });
    expect((await fetch(url, { method: "PUT", body })).status).toBe(200);
    const path = url.pathname.replace("/staged-uploads/", "");
    expect(await finished(shop, await runMutation(shop, ADD_TAGS, path))).toMatchObject({
      status: "COMPLETED",
      objectCount: "1",
    });
  });

  test("a result that does not exist is 404", async () => {
    expect((await fetch(`${shop.url}/bulk/none.jsonl`)).status).toBe(404);
  });
});
