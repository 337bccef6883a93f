import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";
import {
  finished,
  linesOf,
  partialLinesOf,
  readOperation,
  runMutation,
  runQuery,
  upload,
} from "./bulk.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const ORDERS = "{ orders { edges { node { id } } } }";
const ADD_TAGS =
  "mutation Add($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }";
const DAY_MS = 86_400_000;

describe("an operation that does not get to its end", () => {
  test("fails with a code and keeps the lines it got to as partial data", async () => {
    shop.bulk.failNext({ afterObjects: 1, errorCode: "TIMEOUT" });
    const operation = await finished(shop, await runQuery(shop, ORDERS));
    expect(operation).toMatchObject({ status: "FAILED", errorCode: "TIMEOUT", url: null });
    expect(await partialLinesOf(operation)).not.toEqual([]);
    expect(await finished(shop, await runQuery(shop, ORDERS))).toMatchObject({
      status: "COMPLETED",
      errorCode: null,
      partialDataUrl: null,
    });
  });

  test("is cancelled between two lines; what was done stays done and is told", async () => {
    shop.bulk.mutationLinesPerSecond = 1;
    const path = await upload(
      shop,
      [0, 1, 2]
        .map((index) => JSON.stringify({ id: customerGid(shop, index), tags: ["slow"] }))
        .join("\n"),
    );
    const started = await runMutation(shop, ADD_TAGS, path);
    const id = started.bulkOperation?.id ?? "";
    while ((await readOperation(shop, id)).objectCount === "0");
    await askFor(
      shop,
      "mutation ($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }",
      { id },
    );
    const operation = await finished(shop, started);
    shop.bulk.mutationLinesPerSecond = null;
    expect(operation).toMatchObject({ status: "CANCELED", url: null, objectCount: "1" });
    expect(await partialLinesOf(operation)).toEqual([
      { data: { tagsAdd: { userErrors: [] } }, __lineNumber: 0 },
    ]);
    const tagged = [...shop.world.customers.values()].filter(({ tags }) => tags.includes("slow"));
    expect(tagged).toHaveLength(1);
  });

  test("without the scope it needs, it fails with ACCESS_DENIED", async () => {
    const closed = await startSmallShop({ scopes: ["read_products"] });
    expect(await finished(closed, await runQuery(closed, ORDERS))).toMatchObject({
      status: "FAILED",
      errorCode: "ACCESS_DENIED",
      url: null,
    });
    await closed.close();
  });
});

describe("a result", () => {
  test("can be had from a byte on, and not from beyond its end", async () => {
    const { url } = await finished(shop, await runQuery(shop, ORDERS));
    const from = (start: number) => fetch(url ?? "", { headers: { range: `bytes=${start}-` } });
    const whole = await (await fetch(url ?? "")).text();
    const part = await from(10);
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 10-${whole.length - 1}/${whole.length}`);
    expect(await part.text()).toBe(whole.slice(10));
    expect((await from(whole.length)).status).toBe(416);
  });

  test("escapes slashes and puts __parentId last, as Shopify's do", async () => {
    const query =
      "{ orders { edges { node { id lineItems { edges { node { id quantity } } } } } } }";
    const { url } = await finished(shop, await runQuery(shop, query));
    const text = await (await fetch(url ?? "")).text();
    expect(text).toMatch(/^\{"id":"gid:\\\/\\\/shopify\\\/Order\\\/\d+"\}\n/);
    expect(text).toMatch(
      /\n\{"id":"gid:\\\/\\\/shopify\\\/LineItem\\\/\d+","quantity":\d+,"__parentId":"gid:\\\/\\\/shopify\\\/Order\\\/\d+"\}\n/,
    );
  });

  test("writes a member once that is selected twice", async () => {
    const query = "{ orders { edges { node { id id customer { id } customer { email } } } } }";
    const [line] = await linesOf(await finished(shop, await runQuery(shop, query)));
    expect(Object.keys(line ?? {})).toEqual(["id", "customer"]);
    expect(line?.["customer"]).toMatchObject({ id: expect.any(String) as unknown });
  });

  test("can be fetched for seven days; then the operation is EXPIRED", async () => {
    const own = await startSmallShop();
    const operation = await finished(own, await runQuery(own, ORDERS));
    own.world.clock.advanceByMs(6 * DAY_MS);
    expect((await fetch(operation.url ?? "")).status).toBe(200);
    own.world.clock.advanceByMs(DAY_MS);
    const response = await fetch(operation.url ?? "");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("<Code>ExpiredToken</Code>");
    expect(await readOperation(own, operation.id)).toMatchObject({ status: "EXPIRED", url: null });
    await own.close();
  });
});

test("a document longer than 65,535 bytes is refused with its size", async () => {
  const long = `{ orders(query: "${"x".repeat(65_535)}") { edges { node { id } } } }`;
  const sizeBytes = Buffer.byteLength(long);
  expect((await runQuery(shop, long)).userErrors).toEqual([
    {
      field: ["query"],
      message: `Query is too large (${sizeBytes} bytes; maximum is 65535 bytes)`,
      code: "INVALID",
    },
  ]);
});
