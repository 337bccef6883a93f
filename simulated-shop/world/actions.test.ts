import { describe, expect, test } from "vitest";
import { addCustomer } from "./add-customer.ts";
import { cancelOrder } from "./cancel-order.ts";
import { changeCustomerTags } from "./change-customer-tags.ts";
import { deleteOrder } from "./delete-order.ts";
import type { WorldEvent } from "./events.ts";
import { placeOrder } from "./place-order.ts";
import { refundOrder } from "./refund-order.ts";
import { deleteMetafield, setMetafields } from "./set-metafields.ts";
import { smallWorld, teaOf } from "./small-world.test-support.ts";
import { updateOrder } from "./update-order.ts";
import type { World } from "./world.ts";

function openShop() {
  const world = smallWorld();
  const customer = addCustomer(world, {
    email: "ada@example.com",
    firstName: "Ada",
    lastName: "Example",
  });
  const product = teaOf(world);
  const buy = (quantity: number) =>
    placeOrder(world, {
      customer,
      lineItems: [{ product, quantity, unitPriceMinor: 1250, discountMinor: 0 }],
    });
  return { world, customer, buy };
}

function record(world: World): WorldEvent[] {
  const events: WorldEvent[] = [];
  world.events.onAny((event) => events.push(event));
  return events;
}

describe("orders", () => {
  test("an order is numbered, belongs to its customer and costs its lines and shipping", () => {
    const { world, customer, buy } = openShop();
    const first = buy(2);
    const second = buy(1);
    expect([first.name, second.name]).toEqual(["#1001", "#1002"]);
    expect(first.totalMinor).toBe(2500);
    expect(customer.orders).toEqual([first, second]);
    expect(world.orders.get(first.id)).toBe(first);
    expect(first.processedAtMs).toBe(first.createdAtMs);
  });

  test("placing announces the order and its payment as one action", () => {
    const { world, buy } = openShop();
    const events = record(world);
    buy(1);
    expect(events.map((event) => event.kind)).toEqual([
      "order-created",
      "order-paid",
      "customer-purchases-changed",
    ]);
    expect(new Set(events.map((event) => event.actionId)).size).toBe(1);
  });

  test("a discount larger than the goods is refused and nothing is placed", () => {
    const { world, customer } = openShop();
    const product = teaOf(world);
    const lineItems = [{ product, quantity: 1, unitPriceMinor: 1250, discountMinor: 0 }];
    expect(() => placeOrder(world, { customer, lineItems, discountMinor: 1251 })).toThrow(
      RangeError,
    );
    expect(world.orders.size).toBe(0);
  });

  test("refunds add up, name the status and never exceed the order", () => {
    const { world, buy } = openShop();
    const order = buy(2);
    const events = record(world);
    refundOrder(world, order, { amountMinor: 1000 });
    expect(order.financialStatus).toBe("partially_refunded");
    refundOrder(world, order);
    expect(order.financialStatus).toBe("refunded");
    expect(order.refunds.map((refund) => refund.amountMinor)).toEqual([1000, 1500]);
    expect(() => refundOrder(world, order)).toThrow(/refunded 0 minor units at most/);
    expect(events.map((event) => event.kind)).toEqual([
      "refund-created",
      "order-updated",
      "customer-purchases-changed",
      "refund-created",
      "order-updated",
      "customer-purchases-changed",
    ]);
  });

  test("cancelling happens once", () => {
    const { world, buy } = openShop();
    const order = buy(1);
    const events = record(world);
    cancelOrder(world, order, { refund: true });
    expect(order.cancelledAtMs).not.toBeNull();
    expect(events.map((event) => event.kind)).toEqual([
      "refund-created",
      "order-updated",
      "customer-purchases-changed",
      "order-cancelled",
      "order-updated",
      "customer-purchases-changed",
    ]);
    expect(() => cancelOrder(world, order)).toThrow(RangeError);
  });

  test("a deleted order is gone from the shop and from its customer", () => {
    const { world, customer, buy } = openShop();
    const order = buy(1);
    deleteOrder(world, order);
    expect(world.orders.size).toBe(0);
    expect(customer.orders).toEqual([]);
  });
});

describe("moments of change on a stopped clock", () => {
  test("each change of any order is later than the one before", () => {
    const { world, buy } = openShop();
    const first = buy(1);
    const second = buy(1);
    updateOrder(world, first, { note: "hello" });
    expect(second.updatedAtMs).toBeGreaterThan(second.createdAtMs - 1);
    expect(first.updatedAtMs).toBeGreaterThan(second.updatedAtMs);
  });

  test("ten thousand changes do not pass midnight", () => {
    const { world, buy } = openShop();
    const order = buy(1);
    for (let index = 0; index < 10_000; index += 1)
      updateOrder(world, order, { note: String(index) });
    expect(new Date(order.updatedAtMs).toISOString()).toBe("2026-11-22T23:59:59.999Z");
  });

  test("after the clock moved, changes carry its time again", () => {
    const { world, buy } = openShop();
    const order = buy(1);
    world.clock.advanceByMs(86_400_000);
    updateOrder(world, order, { note: "next day" });
    expect(new Date(order.updatedAtMs).toISOString()).toBe("2026-11-23T23:59:59.000Z");
    expect(() => world.clock.advanceTo(new Date("2026-11-22T00:00:00Z"))).toThrow(
      /only moves forward/,
    );
  });
});

describe("customers", () => {
  test("tags are announced as added and removed, and an existing tag keeps its spelling", () => {
    const { world, customer } = openShop();
    changeCustomerTags(world, customer, ["vip", "Old"]);
    const before = customer.updatedAtMs;
    const events = record(world);
    changeCustomerTags(world, customer, ["VIP", "new"]);
    expect(customer.tags).toEqual(["new", "vip"]);
    expect(customer.updatedAtMs).toBeGreaterThan(before);
    expect(events.map((event) => [event.kind, "tags" in event ? event.tags : null])).toEqual([
      ["customer-tags-added", ["new"]],
      ["customer-tags-removed", ["Old"]],
      ["customer-updated", null],
    ]);
  });

  test("setting the same tags or metafields again announces nothing", () => {
    const { world, customer } = openShop();
    const change = {
      owner: customer,
      namespace: "app--1",
      key: "tier",
      type: "single_line_text_field",
      value: "core",
    };
    changeCustomerTags(world, customer, ["vip"]);
    setMetafields(world, [change]);
    const events = record(world);
    changeCustomerTags(world, customer, ["VIP "]);
    setMetafields(world, [change]);
    expect(events).toEqual([]);
  });

  test("a deleted metafield leaves the others", () => {
    const { world, customer } = openShop();
    const base = {
      owner: customer,
      namespace: "app--1",
      type: "single_line_text_field",
      value: "x",
    };
    setMetafields(world, [
      { ...base, key: "tier" },
      { ...base, key: "standing" },
    ]);
    expect(deleteMetafield(world, customer, "app--1", "tier")).toBe(true);
    expect(deleteMetafield(world, customer, "app--1", "tier")).toBe(false);
    expect(customer.metafields.map((metafield) => metafield.key)).toEqual(["standing"]);
  });
});
