import { afterEach, describe, expect, test } from "vitest";
import { addingTags, readBulkOutcomes } from "./bulk-customer-writes.ts";
import { readBulkOperation } from "./read-bulk-operation.ts";
import { findBulkMutation, stageLines, startBulkMutation } from "./run-bulk-mutation.ts";
import { startOrdersBulkQuery } from "./start-orders-bulk-query.ts";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const started = { bulkOperation: { id: "gid://shopify/BulkOperation/42" }, userErrors: [] };
const busy = {
  bulkOperation: null,
  userErrors: [
    {
      code: "OPERATION_IN_PROGRESS",
      field: null,
      message: "A bulk query operation … is already in progress",
    },
  ],
};

describe("the orders query", () => {
  test("is sent as Shopify wants bulk queries: edges, no pages, no named fragments", async () => {
    shopify = await startScriptedShopify(() =>
      graphqlAnswer({ data: { bulkOperationRunQuery: started } }),
    );
    expect(await startOrdersBulkQuery(shopify.admin)).toBe(42n);
    const { query } = shopify.sentVariables(1);
    expect(query).toContain("edges");
    expect(query).not.toMatch(/nodes|first:|\.\.\.\s*(?!on )\w/);
    expect(query).toMatch(/shippingAddress \{[\s\S]*customerJourneySummary \{[\s\S]*product \{/);
  });

  test("does not ask for what the shop withholds: with it Shopify would answer nothing", async () => {
    const refusal = (path: (string | number)[]) => ({
      message: "Access denied",
      path: ["orders", "nodes", 0, ...path],
      extensions: { code: "ACCESS_DENIED" },
    });
    const errors = [refusal(["lineItems", "nodes", 0, "product"]), refusal(["shippingAddress"])];
    shopify = await startScriptedShopify(({ text }) =>
      text.includes("ProbeOrderFields")
        ? graphqlAnswer({ data: { orders: { nodes: [] } }, errors })
        : graphqlAnswer({ data: { bulkOperationRunQuery: started } }),
    );
    expect(await startOrdersBulkQuery(shopify.admin)).toBe(42n);
    const { query } = shopify.sentVariables(1);
    expect(query).not.toMatch(/shippingAddress|product/);
    expect(query).toMatch(/customerJourneySummary \{[\s\S]*lineItems \{/);
  });

  test("fails as busy, and worth another attempt, when too many run", async () => {
    shopify = await startScriptedShopify(() =>
      graphqlAnswer({ data: { bulkOperationRunQuery: busy } }),
    );
    await expect(startOrdersBulkQuery(shopify.admin)).rejects.toMatchObject({
      failure: "busy",
      retryable: true,
    });
  });
});

describe("a bulk operation", () => {
  test.each([
    [{ status: "CREATED" }, { kind: "running", objectsDone: 0 }],
    [
      { status: "RUNNING", rootObjectCount: "1200" },
      { kind: "running", objectsDone: 1200 },
    ],
    [
      { status: "COMPLETED", url: "https://storage/x" },
      { kind: "completed", url: "https://storage/x", seconds: 90 },
    ],
    [{ status: "COMPLETED" }, { kind: "completed", url: null, seconds: 90 }],
    [
      { status: "FAILED", errorCode: "TIMEOUT" },
      { kind: "failed", reason: "TIMEOUT", partialUrl: null },
    ],
    [
      { status: "CANCELED", partialDataUrl: "https://storage/part" },
      { kind: "failed", reason: "CANCELED", partialUrl: "https://storage/part" },
    ],
  ])("that is %j reads as %j", async (fields, expected) => {
    const bulkOperation = {
      errorCode: null,
      createdAt: "2026-06-30T10:00:00Z",
      completedAt: "2026-06-30T10:01:30Z",
      rootObjectCount: "0",
      url: null,
      partialDataUrl: null,
      ...fields,
    };
    shopify = await startScriptedShopify(() => graphqlAnswer({ data: { bulkOperation } }));
    expect(await readBulkOperation(shopify.admin, 42n)).toEqual(expected);
  });

  test("that Shopify does not know has failed", async () => {
    shopify = await startScriptedShopify(() => graphqlAnswer({ data: { bulkOperation: null } }));
    expect(await readBulkOperation(shopify.admin, 42n)).toEqual({
      kind: "failed",
      reason: "UNKNOWN",
      partialUrl: null,
    });
  });
});

describe("a bulk mutation", () => {
  const writes = [
    { customerId: 1n, tags: ["echelon:tier:core"] },
    { customerId: 2n, tags: ["echelon:tier:base", "echelon:group:new"] },
  ];

  const id = "0f0e0d0c-0b0a-4009-8008-070605040302";

  async function start() {
    const mutation = addingTags(writes);
    const path = await stageLines(shopify.admin, mutation.lines);
    return startBulkMutation(shopify.admin, mutation, path, id);
  }

  function answerStaging(uploadStatus: number) {
    return startScriptedShopify(({ path, text }) => {
      if (path === "/upload") return { status: uploadStatus };
      if (text.includes("bulkOperationRunMutation")) {
        return graphqlAnswer({ data: { bulkOperationRunMutation: started } });
      }
      const parameters = [
        { name: "key", value: "tmp/7/lines.jsonl" },
        { name: "success_action_status", value: "201" },
      ];
      const target = { url: `${shopify.origin}/upload`, parameters };
      return graphqlAnswer({
        data: { stagedUploadsCreate: { stagedTargets: [target], userErrors: [] } },
      });
    });
  }

  test("uploads a line per customer after the fields Shopify asked for, then names the upload", async () => {
    shopify = await answerStaging(201);
    expect(await start()).toBe(42n);
    const [, upload] = shopify.received;
    const names = [...(upload?.text ?? "").matchAll(/name="(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(["key", "success_action_status", "file"]);
    expect(upload?.text).toContain(
      '{"id":"gid://shopify/Customer/1","tags":["echelon:tier:core"]}\n' +
        '{"id":"gid://shopify/Customer/2","tags":["echelon:tier:base","echelon:group:new"]}\n',
    );
    expect(shopify.sentVariables(2)).toMatchObject({ stagedUploadPath: "tmp/7/lines.jsonl" });
  });

  test("is found by its id when the answer to its start was lost", async () => {
    shopify = await answerStaging(201);
    await start();
    const mine = shopify.sentVariables(2)["mutation"];
    expect(mine).toMatch(/^mutation AddTags_0f0e0d0c0b0a40098008070605040302\(/);
    const nodes = [
      { id: "gid://shopify/BulkOperation/43", query: "mutation SomebodyElses { x }" },
      { id: "gid://shopify/BulkOperation/42", query: mine },
    ];
    await shopify.close();
    shopify = await startScriptedShopify(() =>
      graphqlAnswer({ data: { bulkOperations: { nodes } } }),
    );
    const startedAt = new Date("2026-06-30T10:00:00Z");
    expect(await findBulkMutation(shopify.admin, id, startedAt)).toBe(42n);
    expect(shopify.sentVariables(0)).toEqual({
      query: "operation_type:mutation created_at:>='2026-06-30T09:55:00.000Z'",
    });
    const otherId = "ffffffff-0b0a-4009-8008-070605040302";
    expect(await findBulkMutation(shopify.admin, otherId, startedAt)).toBeNull();
  });

  test("is not started when the upload was refused", async () => {
    shopify = await answerStaging(503);
    await expect(start()).rejects.toMatchObject({
      failure: "unreachable",
    });
    expect(shopify.received).toHaveLength(2);
  });

  test("gives each line's outcome by its number, in whatever order Shopify wrote them", async () => {
    const lines = [
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 1 },
      {
        data: { tagsAdd: { userErrors: [{ field: ["id"], message: "Customer does not exist" }] } },
        __lineNumber: 0,
      },
      {
        errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
        __lineNumber: 2,
      },
    ];
    shopify = await startScriptedShopify(() => ({
      body: lines.map((line) => JSON.stringify(line)).join("\n"),
    }));
    const results: unknown[] = [];
    const url = `${shopify.origin}/r`;
    const customersOf = (line: number) => [BigInt(line + 1)];
    for await (const result of readBulkOutcomes(shopify.admin, url, "tags", customersOf))
      results.push(result);
    expect(results).toEqual([
      { customerId: 2n, outcome: { kind: "done" } },
      { customerId: 1n, outcome: { kind: "customer-gone" } },
      { customerId: 3n, outcome: { kind: "try-again", code: "INTERNAL_SERVER_ERROR" } },
    ]);
  });
});
