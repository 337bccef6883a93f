import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HeldDeliveries } from "./held-deliveries.ts";
import type { Delivery } from "./delivery-log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function delivery(body: string): Delivery {
  const envelope = {
    topic: "orders/create",
    webhookId: body,
    eventId: body,
    triggeredAt: "2026-06-30T00:00:00.000Z",
    shopDomain: "a-shop.myshopify.com",
    apiVersion: "2026-07",
    name: null,
  };
  const state = { kind: "waiting", nextAttemptAtMs: null } as const;
  return { envelope, url: "http://127.0.0.1:1/", body, fault: null, attempts: [], state };
}

test("as many as are wanted go last one first, later ones wait anew", () => {
  const sent: string[] = [];
  const held = new HeldDeliveries(({ body }) => sent.push(body));
  for (const body of ["a", "b", "c", "d"]) {
    held.hold(delivery(body), { among: 3, withinMs: 1_000 });
  }
  expect(sent).toEqual(["c", "b", "a"]);
  expect(held.count).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual(["c", "b", "a", "d"]);
});

test("what was stopped is never sent", () => {
  const sent: string[] = [];
  const held = new HeldDeliveries(({ body }) => sent.push(body));
  held.hold(delivery("a"), { among: 3, withinMs: 1_000 });
  held.stop();
  vi.advanceTimersByTime(2_000);
  expect(sent).toEqual([]);
});
