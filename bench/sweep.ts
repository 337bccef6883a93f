import { parseArgs } from "node:util";
import { z } from "zod";
import { ensureDatabase } from "../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../scripts/database/reset-database.ts";
import { measureSweep } from "./sweep/measure-sweep.ts";

export const description =
  "a sweep and a full reconciliation of a ledger in which nothing is wrong, beside fetching every order anew";

const databaseName = "echelon_bench_sweep";

/** `--orders N` (1000000), two lines each. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { orders: { type: "string" } } });
  const orders = z.coerce
    .number()
    .int()
    .min(1)
    .parse(values.orders ?? "1000000");

  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  try {
    return await measureSweep(databaseUrl, orders);
  } finally {
    await resetDatabase(databaseUrl);
    await server.stop();
  }
}
