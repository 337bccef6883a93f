import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startSimulatedShop } from "../start-simulated-shop.ts";
import { changeCustomerTags } from "./change-customer-tags.ts";
import { refundOrder } from "./refund-order.ts";
import { loadWorld } from "./world-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "world-file-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("a shop that ends and starts again goes on where it stood", async () => {
  const stateFile = join(folder, "shop.state");
  const options = { customers: 20, seed: 7, asOf: "2026-06-30", stateFile };
  const first = await startSimulatedShop(options);
  const [customer] = first.world.customers.values();
  const order = [...first.world.orders.values()].find(({ totalMinor }) => totalMinor > 0);
  if (customer === undefined || order === undefined) throw new Error("the sample shop is empty");
  changeCustomerTags(first.world, customer, ["kept"]);
  refundOrder(first.world, order, { amountMinor: 1 });
  const changedAtMs = order.updatedAtMs;
  await first.close();

  const second = await startSimulatedShop(options);
  const { world } = second;
  expect(world.customers.get(customer.id)?.tags).toEqual(["kept"]);
  expect(world.orders.size).toBe(first.world.orders.size);
  const held = world.orders.get(order.id);
  expect(held?.refunds.at(-1)?.amountMinor).toBe(1);
  // The same object is met on both ways, or a later change would reach only one of them.
  expect(held?.customer).toBe(
    held?.customer === null ? null : world.customers.get(held?.customer?.id ?? 0),
  );
  if (held === undefined) throw new Error("the order is gone");
  refundOrder(world, held, { amountMinor: 1 });
  expect(held.updatedAtMs).toBeGreaterThan(changedAtMs);
  expect(new Set(held.refunds.map(({ id }) => id)).size).toBe(held.refunds.length);
  await second.close();
});

test("there is no world where there is no file, and none in another version's", async () => {
  expect(await loadWorld(join(folder, "none"))).toBeNull();
  await writeFile(join(folder, "old"), serialize({ shape: 0 }));
  await expect(loadWorld(join(folder, "old"))).rejects.toThrow("another version");
});
