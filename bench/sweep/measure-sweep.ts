import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { writeOrderExport } from "../simulated-shop/order-export.ts";
import { startShopProcess, type ShopIdentity } from "../simulated-shop/shop-process.ts";
import { phaseFigures, type PhaseFigures, type PhaseName } from "./phases.ts";

const statistics = z.object({ apiCalls: z.number(), apiPoints: z.number() });

/**
 * Imports a shop's orders, and then looks for what is missing where nothing is: each way in a process of its own, so
 * that its memory is its own. The peer reads every order again, as somebody does who keeps no stamps.
 */
export async function measureSweep(
  databaseUrl: string,
  orders: number,
): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "bench-sweep-"));
  const file = join(folder, "orders.csv");
  await writeOrderExport(file, orders);
  const shop = await startShopProcess(["--orders", file, "--plan", "plus"]);
  try {
    const measure = (phase: PhaseName) => runPhase(databaseUrl, shop.identity, phase);
    await measure("fill");
    const sweep = await measure("sweep");
    const full = await measure("full");
    const refetch = await measure("refetch");
    return {
      orders,
      sweep,
      fullReconciliation: full,
      refetchEverything: refetch,
      refetchToSweepRatio: ratio(refetch.seconds, sweep.seconds),
      refetchToFullRatio: ratio(refetch.seconds, full.seconds),
    };
  } finally {
    await shop.stop();
    await rm(folder, { recursive: true });
  }
}

type MeasuredPhase = PhaseFigures & { apiCalls: number; apiPoints: number };

async function runPhase(
  databaseUrl: string,
  identity: ShopIdentity,
  phase: PhaseName,
): Promise<MeasuredPhase> {
  const before = await readStatistics(identity);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // As `npm run worker` has it.
    ["--max-semi-space-size=8", join(import.meta.dirname, "phases.ts"), phase],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        SHOPIFY_API_KEY: identity.clientId,
        SHOPIFY_API_SECRET: identity.clientSecret,
        SHOPIFY_APP_URL: "http://127.0.0.1",
        ECHELON_SIMULATED_SHOP: identity.url,
        BENCH_SHOP: identity.shop,
        BENCH_ACCESS_TOKEN: identity.accessToken,
      },
    },
  );
  const figures = phaseFigures.parse(JSON.parse(stdout));
  const after = await readStatistics(identity);
  console.error(`${phase} done`);
  return {
    ...figures,
    apiCalls: (after.apiCalls - before.apiCalls) / figures.times,
    apiPoints: (after.apiPoints - before.apiPoints) / figures.times,
  };
}

async function readStatistics({ url }: ShopIdentity): Promise<z.infer<typeof statistics>> {
  return statistics.parse(await (await fetch(`${url}/stats`)).json());
}

function ratio(one: number, other: number): number {
  return Math.round((10 * one) / other) / 10;
}
