import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";
import { finished, linesOf, readOperation, runQuery } from "./bulk.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const ORDERS =
  "{ orders { edges { node { id name customer { id } totalPriceSet { shopMoney { amount } } } } } }";
const ORDERS_WITH_LINES =
  "{ orders { edges { node { id lineItems { edges { node { id quantity } } } } } } }";

describe("a bulk query", () => {
  test("starts CREATED and ends COMPLETED with one line per order, equal to what a query says", async () => {
    const events: string[] = [];
    const stop = shop.world.events.on("bulk-operation-finished", ({ operation }) =>
      events.push(operation.status),
    );
    const started = await runQuery(shop, ORDERS);
    expect(started.bulkOperation).toMatchObject({
      status: "CREATED",
      objectCount: "0",
      url: null,
      query: ORDERS,
      type: "QUERY",
    });
    const operation = await finished(shop, started);
    stop();
    expect(operation).toMatchObject({
      status: "COMPLETED",
      errorCode: null,
      objectCount: String(shop.world.orders.size),
    });
    expect(events).toEqual(["COMPLETED"]);

    const lines = await linesOf(operation);
    const direct = (await askFor(
      shop,
      "{ orders(first: 100) { nodes { id name customer { id } totalPriceSet { shopMoney { amount } } } } }",
    )) as {
      nodes: object[];
    };
    expect(lines).toEqual(direct.nodes);
  });

  test("children are lines of their own that name their parent and come after it", async () => {
    const operation = await finished(shop, await runQuery(shop, ORDERS_WITH_LINES));
    const lines = await linesOf(operation);
    const lineItemCount = [...shop.world.orders.values()].reduce(
      (sum, order) => sum + order.lineItems.length,
      0,
    );
    expect(operation.rootObjectCount).toBe(String(shop.world.orders.size));
    expect(operation.objectCount).toBe(String(shop.world.orders.size + lineItemCount));
    const seen = new Set<unknown>();
    for (const line of lines) {
      if ("__parentId" in line) expect(seen).toContain(line["__parentId"]);
      else seen.add(line["id"]);
    }
    // Not adjacent: an app that relies on that breaks here rather than at a merchant's.
    expect(lines[1]).not.toHaveProperty("__parentId");
  });

  test("groupObjects puts children right after their parent", async () => {
    const lines = await linesOf(
      await finished(shop, await runQuery(shop, ORDERS_WITH_LINES, true)),
    );
    expect(lines[1]).toHaveProperty("__parentId", lines[0]?.["id"]);
  });

  test("filters and a sort key work, `first` is ignored", async () => {
    const query = `{ orders(first: 1, query: "created_at:>=2026-01-01", sortKey: CREATED_AT) { edges { node { id createdAt } } } }`;
    const lines = await linesOf(await finished(shop, await runQuery(shop, query)));
    const expected = [...shop.world.orders.values()].filter(
      (order) => order.createdAtMs >= Date.parse("2026-01-01"),
    );
    expect(lines).toHaveLength(expected.length);
  });

  test("without rows there is no url", async () => {
    const operation = await finished(
      shop,
      await runQuery(shop, `{ orders(query: "name:none") { edges { node { id } } } }`),
    );
    expect(operation).toMatchObject({ status: "COMPLETED", objectCount: "0", url: null });
  });

  test("five wait and run at once, the sixth is told of them", async () => {
    shop.bulk.startDelayMs = 100;
    const started = [];
    for (let count = 0; count < 5; count++) started.push(await runQuery(shop, ORDERS));
    const { userErrors } = await runQuery(shop, ORDERS);
    expect(userErrors).toMatchObject([{ field: null, code: "OPERATION_IN_PROGRESS" }]);
    for (const { bulkOperation } of started)
      expect(userErrors[0]?.message).toContain(bulkOperation?.id);
    shop.bulk.startDelayMs = 0;
    for (const operation of started) await finished(shop, operation);
  });

  test("it can be polled while it runs, and cancelled", async () => {
    shop.bulk.lineDelayMs = 20;
    const { bulkOperation } = await runQuery(shop, ORDERS);
    const id = bulkOperation?.id ?? "";
    const CANCEL =
      "mutation ($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { field message } } }";
    expect(await askFor(shop, CANCEL, { id })).toEqual({
      bulkOperation: { status: "CANCELING" },
      userErrors: [],
    });
    const ended = await finished(shop, { bulkOperation, userErrors: [] });
    shop.bulk.lineDelayMs = 0;
    expect(ended).toMatchObject({ status: "CANCELED", url: null });
    expect(await askFor(shop, CANCEL, { id })).toEqual({
      bulkOperation: { status: "CANCELED" },
      userErrors: [
        { field: null, message: "A bulk operation cannot be canceled when it is canceled" },
      ],
    });
    expect(await askFor(shop, CANCEL, { id: "gid://shopify/BulkOperation/1" })).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ["id"], message: "Bulk operation does not exist" }],
    });
  });

  test("five run at once, the sixth is refused with the ids of the others", async () => {
    shop.bulk.lineDelayMs = 20;
    const started = await Promise.all(Array.from({ length: 5 }, () => runQuery(shop, ORDERS)));
    const ids = started.map(({ bulkOperation }) => bulkOperation?.id);
    const sixth = await runQuery(shop, ORDERS);
    shop.bulk.lineDelayMs = 0;
    expect(sixth).toEqual({
      bulkOperation: null,
      userErrors: [
        {
          field: null,
          message: `A bulk query operation for this app and shop is already in progress: ${ids.join(", ")}.`,
          code: "OPERATION_IN_PROGRESS",
        },
      ],
    });
    await Promise.all(started.map((one) => finished(shop, one)));
  });

  test("operations are listed, and an id of another type is an error", async () => {
    expect(
      await askFor(
        shop,
        `{ bulkOperations(first: 1, query: "status:completed operation_type:query") { nodes { status } } }`,
      ),
    ).toEqual({
      nodes: [{ status: "COMPLETED" }],
    });
    await expect(readOperation(shop, "gid://shopify/Product/1")).rejects.toThrow(
      /Invalid id: gid:\/\/shopify\/Product\/1/,
    );
  });
});

describe("a bulk query that breaks a rule is refused", () => {
  const product = (inner: string) => `{ products { edges { node { ${inner} } } } }`;
  const nested = (name: string, inner = "id") => `${name} { edges { node { ${inner} } } }`;
  test.each([
    [
      "{ orders { nodes { id } } }",
      "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'orders { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'orders'.",
    ],
    ["{ shop { id } }", "Bulk queries must contain at least one connection."],
    [
      'mutation { tagsAdd(id: "gid://shopify/Order/1", tags: "x") { node { id } } }',
      "Invalid operation type. Only `query` operations are supported.",
    ],
    ["", "Invalid bulk query: syntax error, unexpected end of file"],
    [
      "{ orders { edges { node { id nonsense } } } }",
      "Invalid bulk query: Field 'nonsense' doesn't exist on type 'Order'",
    ],
    [
      product(
        `id ${nested("variants")} ${nested("metafields")} ${nested("collections")} ${nested("media")} ${nested("events")}`,
      ),
      "Bulk queries cannot contain more than 5 connections.",
    ],
    [
      `{ collections { edges { node { id ${nested("products", `id ${nested("variants", `id ${nested("metafields")}`)}`)} } } } }`,
      "Bulk queries cannot contain connections with a nesting depth greater than 2.",
    ],
    [
      product(`title ${nested("variants")}`),
      "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': products.",
    ],
    [
      `{ orders { edges { node { id fulfillments { ${nested("events")} } } } } }`,
      "Queries that contain a connection field within a list field are not currently supported.",
    ],
  ])("%s", async (query, message) => {
    expect(await runQuery(shop, query)).toEqual({
      bulkOperation: null,
      userErrors: [{ field: ["query"], message, code: "INVALID" }],
    });
  });

  test("a top-level node has two things wrong", async () => {
    const { userErrors } = await runQuery(shop, `{ node(id: "gid://shopify/Product/1") { id } }`);
    expect(userErrors.map(({ message }) => message)).toEqual([
      "Bulk queries cannot contain a top level `node` field.",
      "Bulk queries must contain at least one connection.",
    ]);
  });

  test("a field this shop does not answer fails before anything runs", async () => {
    const { errors } = await ask(
      shop,
      "mutation ($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } userErrors { message } } }",
      {
        q: "{ orders { edges { node { id riskLevel } } } }",
      },
    );
    expect(errors).toMatchObject([
      { message: "The simulated shop does not answer Order.riskLevel yet" },
    ]);
  });
});
