import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { streamBulkLines, streamBulkRows } from "./stream-bulk-rows.ts";
import {
  startScriptedShopify,
  type ScriptedAnswer,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const row = z.object({ id: z.number() });
const tenRows = Array.from({ length: 10 }, (_, id) => `${JSON.stringify({ id })}\n`).join("");

async function readIds(): Promise<number[]> {
  const ids: number[] = [];
  const url = `${shopify.origin}/result.jsonl`;
  for await (const { id } of streamBulkRows(shopify.admin, url, row)) ids.push(id);
  return ids;
}

async function readLines(fromByte: number): Promise<{ lines: string[]; endByte: number }> {
  const read = { lines: [] as string[], endByte: fromByte };
  const url = `${shopify.origin}/result.jsonl`;
  for await (const { lines, endByte } of streamBulkLines(shopify.admin, url, fromByte)) {
    read.lines.push(...lines);
    read.endByte = endByte;
  }
  return read;
}

/** As Google's storage answers a request for a part of a file. */
function answerRange(body: Buffer, range: string | undefined): ScriptedAnswer {
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? "0");
  if (start >= body.length) return { status: 416, body: "" };
  return range === undefined ? { body } : { status: 206, body: body.subarray(start) };
}

test("rows come in the file's order, whatever the size of the pieces it arrives in", async () => {
  shopify = await startScriptedShopify(() => ({ body: tenRows }));
  expect(await readIds()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

const letters = Buffer.from('{"name":"Zoë"}\n{"name":"Анна"}\n{"name":"李"}\n');
const secondLine = letters.indexOf(10) + 1;

test("reading goes on at the byte where a former one stopped, without what lies before", async () => {
  shopify = await startScriptedShopify(({ headers }) => answerRange(letters, headers.range));
  const whole = await readLines(0);
  expect(whole).toEqual({
    lines: ['{"name":"Zoë"}', '{"name":"Анна"}', '{"name":"李"}'],
    endByte: letters.length,
  });
  expect(await readLines(secondLine)).toEqual({ ...whole, lines: whole.lines.slice(1) });
  expect(shopify.received[1]?.headers).toMatchObject({ range: `bytes=${secondLine}-` });
  expect(await readLines(letters.length)).toEqual({ lines: [], endByte: letters.length });
});

test("a storage that sends the whole file again is read from the same byte", async () => {
  shopify = await startScriptedShopify(() => ({ body: letters }));
  expect(await readLines(secondLine)).toEqual({
    lines: ['{"name":"Анна"}', '{"name":"李"}'],
    endByte: letters.length,
  });
});

test("a compressed result is read like any other", async () => {
  shopify = await startScriptedShopify(() => ({
    body: gzipSync(tenRows),
    headers: { "Content-Encoding": "gzip" },
  }));
  expect(await readIds()).toHaveLength(10);
  expect(await readLines(tenRows.length - 9)).toEqual({
    lines: ['{"id":9}'],
    endByte: tenRows.length,
  });
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
