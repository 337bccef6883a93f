import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { writeOrderExport } from "./simulated-shop/order-export.ts";
import { startShopProcess, type ShopProcess } from "./simulated-shop/shop-process.ts";

export const description =
  "the simulated shop: start on an order export, memory, a simple query, and bulk results over HTTP";

const MONEY = "{ shopMoney { amount currencyCode } }";
const ORDER_FIELDS = `id name createdAt processedAt updatedAt cancelledAt test customer { id } totalPriceSet ${MONEY} totalRefundedSet ${MONEY} subtotalPriceSet ${MONEY}`;
const ORDERS = `{ orders { edges { node { ${ORDER_FIELDS} } } } }`;
const ORDERS_WITH_LINES = `{ orders { edges { node { ${ORDER_FIELDS} lineItems { edges { node { id title quantity sku originalUnitPriceSet ${MONEY} discountedTotalSet ${MONEY} product { id } } } } } } } }`;
const SIMPLE = "{ customersCount { count } shop { name } }";

/** `--orders N` (50000), two lines each, by a fifth as many customers; `--file` for an export of one's own. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { orders: text, file: text } });
  const orders = z.coerce
    .number()
    .int()
    .min(1)
    .parse(values.orders ?? "50000");
  const folder = await mkdtemp(join(tmpdir(), "bench-simulated-shop-"));
  const file = values.file ?? join(folder, "orders.csv");
  if (values.file === undefined) await writeOrderExport(file, orders);
  const shop = await startShopProcess(["--orders", file, "--plan", "plus"]);
  try {
    const memoryAtRestMb = await residentMb(shop.pid);
    const atRest = await timeQueries(shop, 200);
    const bulk = await timeBulk(shop, ORDERS);
    const bulkWithLines = await timeBulk(shop, ORDERS_WITH_LINES);
    return {
      ...(values.file === undefined ? { orders } : { file: values.file }),
      startSeconds: shop.startSeconds,
      startCpuSeconds: shop.startCpuSeconds,
      memoryAtRestMb,
      memoryAfterBulkMb: await residentMb(shop.pid),
      simpleQueryP50Ms: percentile(atRest, 0.5),
      simpleQueryP95Ms: percentile(atRest, 0.95),
      bulk,
      bulkWithLines,
    };
  } finally {
    await shop.stop();
    await rm(folder, { recursive: true });
  }
}

/** From the start of a bulk query to the last byte of its result, with a poll every 10 ms in between. */
async function timeBulk(shop: ShopProcess, query: string): Promise<Record<string, unknown>> {
  const startedAt = performance.now();
  const cpuBefore = await shop.cpuSeconds();
  const started = await shop.ask(
    "mutation ($query: String!) { bulkOperationRunQuery(query: $query) { bulkOperation { id } } }",
    { query },
  );
  const { id } = z
    .object({ bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }) }) })
    .parse(started).bulkOperationRunQuery.bulkOperation;
  const polls: number[] = [];
  let url: string | null = null;
  while (url === null) {
    const askedAt = performance.now();
    const answer = await shop.ask(
      "query ($id: ID!) { bulkOperation(id: $id) { status url objectCount } }",
      { id },
    );
    polls.push(performance.now() - askedAt);
    const { bulkOperation } = z
      .object({ bulkOperation: z.object({ status: z.string(), url: z.string().nullable() }) })
      .parse(answer);
    if (bulkOperation.status === "FAILED") throw new Error("the bulk operation failed");
    url = bulkOperation.url;
    await wait(10);
  }
  const generatedAt = performance.now();
  const bytes = await countBytes(url);
  const endedAt = performance.now();
  const megabytes = bytes / 1e6;
  return {
    megabytes: round(megabytes),
    generateSeconds: round((generatedAt - startedAt) / 1000),
    downloadSeconds: round((endedAt - generatedAt) / 1000),
    megabytesPerSecond: round(megabytes / ((endedAt - startedAt) / 1000)),
    megabytesPerCpuSecond: round(megabytes / ((await shop.cpuSeconds()) - cpuBefore)),
    queryMeanwhileP50Ms: percentile(polls, 0.5),
    queryMeanwhileP95Ms: percentile(polls, 0.95),
  };
}

async function timeQueries(shop: ShopProcess, count: number): Promise<number[]> {
  const figures: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const askedAt = performance.now();
    await shop.ask(SIMPLE, {});
    figures.push(performance.now() - askedAt);
  }
  return figures;
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function countBytes(url: string): Promise<number> {
  const { body } = await fetch(url);
  const reader = body?.getReader();
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return bytes;
    bytes += chunk.value.length;
  }
}

function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
