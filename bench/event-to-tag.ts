import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { connectDatabase } from "../app/persistence/database.ts";
import { buildApp } from "../scripts/build/build-app.ts";
import { ensureDatabase } from "../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../scripts/database/make-empty-database.ts";
import { waitUntilIdle } from "../scripts/demo/idle.ts";
import { openApp, storeHandle, turnOnPublishing, type Stage } from "../scripts/demo/merchant.ts";
import { openStage } from "../scripts/demo/stage.ts";
import { projectFolder } from "../scripts/project-folder.ts";

export const description =
  "an order comes in at rest: until the customer's new tier tag is in the shop, beside the bare three calls it takes";

const databaseName = "echelon_bench";
const lookEveryMs = 10;
/** Nothing is measured beyond this. */
const patienceMs = 20_000;

/** `--orders N` (40), `--customers N` (1000). Real processes, one order after another. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { orders: text, customers: text } });
  const orders = z.coerce
    .number()
    .int()
    .min(1)
    .parse(values.orders ?? "40");
  const customers = z.coerce
    .number()
    .int()
    .min(orders * 3)
    .parse(values.customers ?? "1000");

  await buildApp();
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  const stage = await openStage({
    databaseUrl,
    folder: join(projectFolder, ".echelon", "bench"),
    ports: { app: 0, shop: 0 },
    shopArguments: ["--customers", String(customers), "--plan", "plus"],
  });
  try {
    await openApp(stage);
    await turnOnPublishing(stage);
    const rest = () => waitUntilIdle(databaseUrl, stage.shop);
    await rest();
    const buyers = await listBaseCustomers(databaseUrl, stage.shop, orders);
    const ours: number[] = [];
    for (const customerId of buyers) {
      ours.push(await timeOrder(stage, customerId));
      // The fields come after the tags; the next order is to find nobody at work.
      await rest();
    }
    const bare: number[] = [];
    for (const customerId of buyers) bare.push(await timeBareCalls(stage, customerId));
    const p50Ms = percentile(ours, 0.5);
    const bareCallsP50Ms = percentile(bare, 0.5);
    return {
      orders: ours.length,
      customers,
      p50Ms,
      p95Ms: percentile(ours, 0.95),
      maxMs: percentile(ours, 1),
      bareCallsP50Ms,
      ratio: Math.round((p50Ms / bareCallsP50Ms) * 10) / 10,
    };
  } finally {
    await stage.close();
    await server.stop();
  }
}

/** Customers in the lowest tier, whom one large order lifts out of it. */
async function listBaseCustomers(
  databaseUrl: string,
  shop: string,
  most: number,
): Promise<string[]> {
  const db = connectDatabase(databaseUrl);
  const where = { shop, tier: "base" };
  const rows = await db.standing.findMany({ where, take: most, orderBy: { valueE4: "desc" } });
  await db.$disconnect();
  return rows.map(({ customerId }) => String(customerId));
}

/** From the order being placed, webhook included, until the shop shows another tier tag than base. */
async function timeOrder(stage: Stage, customerId: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${stage.shopUrl}/simulate/orders`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ customerId, amount: "5000.00" }),
  });
  if (!response.ok) throw new Error(`the order was refused: ${await response.text()}`);
  const page = `${stage.shopUrl}/store/${storeHandle(stage)}/customers/${customerId}/live`;
  while (performance.now() - startedAt < patienceMs) {
    const tags = await (await fetch(page)).text();
    if (/echelon:tier:(?!base)/.test(tags) && !tags.includes("echelon:tier:base")) {
      return performance.now() - startedAt;
    }
    await wait(lookEveryMs);
  }
  throw new Error(
    `customer ${customerId} still has no new tag after ${String(patienceMs / 1000)} s`,
  );
}

const credentials = { "X-Shopify-Access-Token": "shpat_simulated_shop_permanent_token" };

/** The three writes such a change takes, one after the other, by somebody who knows already what to write. */
async function timeBareCalls({ shopUrl }: Stage, customerId: string): Promise<number> {
  const id = `gid://shopify/Customer/${customerId}`;
  const field = {
    ownerId: id,
    namespace: "bench",
    key: "tier",
    type: "single_line_text_field",
    value: "core",
  };
  const calls = [
    {
      query:
        'mutation($id: ID!) { tagsAdd(id: $id, tags: ["bench:a"]) { userErrors { message } } }',
      variables: { id },
    },
    {
      query:
        'mutation($id: ID!) { tagsRemove(id: $id, tags: ["bench:a"]) { userErrors { message } } }',
      variables: { id },
    },
    {
      query:
        "mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }",
      variables: { metafields: [field] },
    },
  ];
  const startedAt = performance.now();
  for (const call of calls) {
    const response = await fetch(`${shopUrl}/admin/api/2026-07/graphql.json`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...credentials },
      body: JSON.stringify(call),
    });
    const answer = await response.text();
    if (!response.ok || answer.includes('"errors"'))
      throw new Error(`a bare call failed: ${answer}`);
  }
  return performance.now() - startedAt;
}

/** The least figure that this share of all figures does not exceed, in whole milliseconds. */
function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}
