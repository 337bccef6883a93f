import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { streamBulkRows } from "./stream-bulk-rows.ts";
import { startScriptedShopify, type ScriptedShopify } from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const row = z.object({ id: z.number() });
const tenRows = Array.from({ length: 10 }, (_, id) => `${JSON.stringify({ id })}\n`).join("");

async function readIds(options?: { skip?: number }): Promise<number[]> {
  const ids: number[] = [];
  const url = `${shopify.origin}/result.jsonl`;
  for await (const { id } of streamBulkRows(shopify.admin, url, row, options)) ids.push(id);
  return ids;
}

test("rows come in the file's order, whatever the size of the pieces it arrives in", async () => {
  shopify = await startScriptedShopify(() => ({ body: tenRows }));
  expect(await readIds()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("reading goes on after the rows that were read before", async () => {
  shopify = await startScriptedShopify(() => ({ body: tenRows }));
  expect(await readIds({ skip: 7 })).toEqual([7, 8, 9]);
  expect(await readIds({ skip: 10 })).toEqual([]);
});

test("a compressed result is read like any other", async () => {
  shopify = await startScriptedShopify(() => ({
    body: gzipSync(tenRows),
    headers: { "Content-Encoding": "gzip" },
  }));
  expect(await readIds({ skip: 8 })).toEqual([8, 9]);
});

test("a last line without its end, empty lines and letters cut in two by the network are read", async () => {
  shopify = await startScriptedShopify(() => ({ body: `{"id":1}\r\n\n{"id":2,"name":"Zoë"}` }));
  expect(await readIds()).toEqual([1, 2]);
});

test("a result that breaks off is opened again and goes on without repeating a row", async () => {
  const compressed = { body: gzipSync(tenRows), headers: { "Content-Encoding": "gzip" } };
  const answers = [
    { hangUpAfterBytes: 0 },
    { body: tenRows, hangUpAfterBytes: 45 }, // in the middle of a row
    { ...compressed, hangUpAfterBytes: 40 },
  ];
  shopify = await startScriptedShopify((_, index) => answers[index] ?? { body: tenRows });
  expect(await readIds()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(shopify.received).toHaveLength(4);
});

describe("fails at once", () => {
  test("when the address has expired", async () => {
    shopify = await startScriptedShopify(() => ({ status: 403 }));
    await expect(readIds()).rejects.toMatchObject({ failure: "refused", retryable: false });
    expect(shopify.received).toHaveLength(1);
  });

  test("at a row that is not what was asked for, naming the line and the place but not what stood there", async () => {
    shopify = await startScriptedShopify(() => ({ body: '{"id":1}\n{"id":"jane@example.com"}\n' }));
    await expect(readIds()).rejects.toThrow(
      "bulk result of a-shop.myshopify.com: line 2: id is not what was expected (invalid_type)",
    );
  });

  test("at a line that is not JSON", async () => {
    shopify = await startScriptedShopify(() => ({ body: "<html>\n" }));
    await expect(readIds()).rejects.toThrow("line 1: the row is not what was expected");
  });
});
