import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Customer } from "../../world/customer.ts";
import { createSegment } from "../../world/segment-actions.ts";
import { addCustomer } from "../../world/add-customer.ts";
import { startAdminServer, type AdminServer } from "../admin-server.test-support.ts";

let shop: AdminServer;
let ada: Customer;

beforeEach(async () => {
  shop = await startAdminServer();
  const [first] = shop.world.customers.values();
  if (first === undefined) throw new Error("The shop is empty.");
  ada = first;
});

afterEach(() => shop.close());

function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${shop.url}${path}`, { redirect: "manual", ...init });
}

function postJson(path: string, body: unknown): Promise<Response> {
  return get(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}

function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  return get(path, { method: "POST", body: new URLSearchParams(fields) });
}

describe("placing orders", () => {
  test("an order placed by JSON is answered with its number and total", async () => {
    const response = await postJson("/simulate/orders", {
      customerId: `gid://shopify/Customer/${ada.id}`,
      amount: "80.5",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      order: { name: "#1004", customerId: ada.id, total: "80.50" },
    });
  });

  test("an unknown e-mail becomes a new customer", async () => {
    await postJson("/simulate/orders", { email: "new@example.com", amount: 5 });
    expect(shop.world.customersByEmail.get("new@example.com")?.orders).toHaveLength(1);
  });

  test("a guest's order has no customer", async () => {
    const response = await postJson("/simulate/orders", {
      email: "guest@example.com",
      guest: true,
      amount: 5,
    });
    expect(await response.json()).toMatchObject({ order: { customerId: null } });
    expect(shop.world.customersByEmail.has("guest@example.com")).toBe(false);
  });

  test("a product without an amount costs what it costs", async () => {
    const [product] = shop.world.products.values();
    const response = await postJson("/simulate/orders", {
      customerId: ada.id,
      productId: product?.id,
      quantity: 3,
    });
    expect(await response.json()).toMatchObject({ order: { total: "37.50" } });
  });

  test.each([
    [{ amount: "abc", email: "a@example.com" }, 400],
    [{ amount: "-5", email: "a@example.com" }, 400],
    [{ amount: "1.234", email: "a@example.com" }, 400],
    [{ email: "a@example.com" }, 400],
    [{ amount: 5, customerId: 1 }, 404],
    [{ amount: 5, customerId: "x" }, 400],
    [{ amount: 5, customerId: 5, quantity: 0 }, 400],
    [{ amount: 5, productId: 1 }, 404],
    [[1], 400],
  ])("%j is refused and places nothing", async (body, status) => {
    const before = shop.world.orders.size;
    const response = await postJson("/simulate/orders", body);
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty("error");
    expect(shop.world.orders.size).toBe(before);
  });

  test("a form comes back with what happened in words", async () => {
    const response = await postForm("/simulate/orders", {
      email: ada.email,
      amount: "5",
      productId: "",
      returnTo: "/store/tea/orders",
    });
    expect(response.headers.get("location")).toBe(
      "/store/tea/orders?notice=Order+%231004+was+placed.",
    );
  });
});

describe("changing orders", () => {
  const orderPath = (action: string) => `/simulate/orders/${ada.orders[0]?.id ?? 0}/${action}`;

  test("a part is refunded, then the rest", async () => {
    expect(await (await postJson(orderPath("refund"), { amount: "2.50" })).json()).toMatchObject({
      refund: { amount: "2.50" },
    });
    expect(await (await postJson(orderPath("refund"), {})).json()).toMatchObject({
      refund: { amount: "10.00" },
    });
    expect(ada.orders[0]?.financialStatus).toBe("refunded");
  });

  test("more than the order cannot be refunded", async () => {
    const response = await postJson(orderPath("refund"), { amount: 999 });
    expect(response.status).toBe(409);
    expect(ada.orders[0]?.refunds).toEqual([]);
  });

  test("an order is cancelled once", async () => {
    expect((await get(orderPath("cancel"), { method: "POST" })).status).toBe(200);
    expect((await get(orderPath("cancel"), { method: "POST" })).status).toBe(409);
  });

  test("an order is deleted", async () => {
    await postJson(orderPath("delete"), {});
    expect(ada.orders).toEqual([]);
  });

  test("an unknown order is not found", async () => {
    expect((await postJson("/simulate/orders/1/refund", {})).status).toBe(404);
  });

  test("tags are changed by hand", async () => {
    await postForm(`/simulate/customers/${ada.id}/tags`, {
      add: "vip, friend",
      remove: "NEWSLETTER",
    });
    expect(ada.tags).toEqual(["echelon:tier:core", "friend", "vip"]);
  });
});

test("a segment is renamed and deleted by hand", async () => {
  const { id } = createSegment(shop.world, "Core", "customer_tags CONTAINS 'core'");
  const segment = () => shop.world.segments.get(id);
  await postForm("/simulate/segments/rename", { segmentId: String(id), name: "Best" });
  expect(segment()?.name).toBe("Best");
  expect((await postJson("/simulate/segments/rename", { segmentId: id })).status).toBe(400);
  await postForm("/simulate/segments/delete", { segmentId: String(id) });
  expect(segment()).toBeUndefined();
  expect((await postJson("/simulate/segments/delete", { segmentId: id })).status).toBe(404);
});

describe("time", () => {
  test.each([
    [{ advanceDays: 1 }, "2026-11-23T23:59:59.000Z"],
    [{ advanceMonths: 1 }, "2026-12-22T23:59:59.000Z"],
    // British clocks go forward on 28 March 2027: still the last second of the day there.
    [{ to: "2027-03-28" }, "2027-03-28T22:59:59.000Z"],
    [{ to: "2027-01-01T12:00:00+01:00" }, "2027-01-01T11:00:00.000Z"],
  ])("%j moves it to %s", async (body, now) => {
    const response = await postJson("/simulate/clock", body);
    expect(await response.json()).toEqual({ now });
  });

  test("it never moves backward", async () => {
    const response = await postJson("/simulate/clock", { to: "2026-11-01" });
    expect(response.status).toBe(409);
    expect(shop.world.clock.now().toISOString()).toBe("2026-11-22T23:59:59.000Z");
  });

  test("what is not a date is refused", async () => {
    expect((await postJson("/simulate/clock", { to: "soon" })).status).toBe(400);
  });
});

describe("disturbing the app", () => {
  test("a fault plan is set by rules and ended by none", async () => {
    const rules = [{ topic: "orders/create", fault: { kind: "repeat", extraTimes: 2 }, times: 3 }];
    expect(await (await postJson("/simulate/webhooks/faults", { rules })).json()).toEqual({
      rules,
    });
    expect(await (await postJson("/simulate/webhooks/faults", {})).json()).toEqual({ rules: [] });
  });

  test.each([
    { rules: [{ fault: { kind: "explode" } }] },
    { fault: "delay" },
    { fault: "drop", times: 0 },
  ])("the malformed plan %j is refused", async (plan) => {
    expect((await postJson("/simulate/webhooks/faults", plan)).status).toBe(400);
  });

  test("uninstalling ends the app's access", async () => {
    const token = shop.tokens.issueOffline();
    await postJson("/simulate/uninstall", {});
    expect(shop.tokens.isValid(token)).toBe(false);
  });

  test("tokens expire on demand", async () => {
    const { accessToken } = shop.tokens.issueExpiringOffline();
    await postJson("/simulate/tokens/expire", {});
    expect(shop.tokens.isValid(accessToken)).toBe(false);
  });

  test.each([
    [{ topic: "customers/redact", customerId: 1 }, 404],
    [{ topic: "customers/redact" }, 200],
    [{ topic: "shop/redact" }, 200],
    [{ topic: "orders/create" }, 400],
  ])("a privacy request %j is answered with %i", async (body, status) => {
    expect((await postJson("/simulate/compliance", body)).status).toBe(status);
  });
});

function firstOrder() {
  const order = ada.orders[0];
  if (order === undefined) throw new Error("Ada has no order.");
  return order;
}

function productNamed(wanted: string) {
  const product = [...shop.world.products.values()].find(({ title }) => title === wanted);
  if (product === undefined) throw new Error(`The shop sells no ${wanted}.`);
  return product;
}

describe("a form that its page's script sends", () => {
  function send(path: string, fields: Record<string, string>): Promise<Response> {
    return get(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { accept: "application/json" },
    });
  }

  test("is told where to go on with what was done", async () => {
    const returnTo = "/store/tea/inspector/webhooks?topic=orders%2Fcreate";
    const response = await send("/simulate/webhooks/faults", { fault: "drop", returnTo });
    expect(await response.json()).toEqual({
      address: `${returnTo}&notice=The+fault+is+planned.`,
    });
  });

  test("is told in words why it was refused", async () => {
    const response = await send(`/simulate/orders/${firstOrder().id}/refund`, {
      amount: "12,50",
      returnTo: "/store/tea/orders",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "12,50 is not an amount in GBP." });
  });
});

describe("checking out", () => {
  test("a form's rows without a product are left out", async () => {
    const response = await postForm("/simulate/checkout", {
      email: ada.email,
      "lines.0.productId": String(productNamed("Green tea").id),
      "lines.0.quantity": "2",
      "lines.1.quantity": "1",
      returnTo: "/store/tea/storefront",
    });
    expect(response.headers.get("location")).toContain("Order+%231004+was+placed");
    expect(ada.orders.at(-1)?.lineItems.map(({ quantity }) => quantity)).toEqual([2]);
  });

  test("an empty cart is refused", async () => {
    const response = await postJson("/simulate/checkout", { email: ada.email });
    expect(response.status).toBe(400);
  });
});

describe("an order's life", () => {
  test("pieces are refunded at their price", async () => {
    await postJson("/simulate/checkout", {
      customerId: ada.id,
      lines: [{ productId: productNamed("Green tea").id, quantity: 3 }],
    });
    const order = ada.orders.at(-1);
    const response = await postJson(`/simulate/orders/${String(order?.id)}/refund`, {
      lines: [{ lineItemId: order?.firstLineItemId, quantity: 2 }],
    });
    expect(await response.json()).toMatchObject({ refund: { amount: "25.00" } });
    expect(order?.refunds[0]?.lines).toMatchObject([{ lineItemIndex: 0, quantity: 2 }]);
  });

  test("more pieces than were bought are refused", async () => {
    const order = firstOrder();
    const response = await postJson(`/simulate/orders/${order.id}/refund`, {
      lines: [{ lineItemId: order.firstLineItemId, quantity: 2 }],
    });
    expect(response.status).toBe(409);
    expect(order.refunds).toEqual([]);
  });

  test("an edit adds a product and changes quantities at once", async () => {
    const order = firstOrder();
    const response = await postJson(`/simulate/orders/${order.id}/edit`, {
      lines: [{ lineItemId: order.firstLineItemId, quantity: 0 }],
      addProductId: productNamed("Black tea").id,
    });
    expect(await response.json()).toMatchObject({ order: { currentTotal: "25.00" } });
  });

  test("an edit that changes nothing is refused and leaves nothing begun", async () => {
    const response = await postJson(`/simulate/orders/${firstOrder().id}/edit`, {});
    expect(response.status).toBe(409);
    expect(shop.world.orderEdits.size).toBe(0);
  });
});

describe("a customer's life", () => {
  test("two customers are merged into the one that was chosen", async () => {
    const grace = shop.world.customersByEmail.get("grace@example.com");
    const response = await postJson(`/simulate/customers/${ada.id}/merge`, {
      otherId: grace?.id,
      keepId: ada.id,
    });
    expect(await response.json()).toEqual({ customer: { id: ada.id }, deletedId: grace?.id });
    expect(ada.orders).toHaveLength(2);
  });

  test("a customer is not merged with itself", async () => {
    const response = await postJson(`/simulate/customers/${ada.id}/merge`, { otherId: ada.id });
    expect(response.status).toBe(409);
  });

  test("consent to marketing is changed", async () => {
    await postJson(`/simulate/customers/${ada.id}/consent`, { state: "SUBSCRIBED" });
    expect(ada.acceptsMarketing).toBe(true);
  });

  test("only a customer without orders can be deleted", async () => {
    expect((await postJson(`/simulate/customers/${ada.id}/delete`, {})).status).toBe(409);
    const nobody = addCustomer(shop.world, { email: "nobody@example.com" });
    expect((await postJson(`/simulate/customers/${nobody.id}/delete`, {})).status).toBe(200);
    expect(shop.world.customers.has(nobody.id)).toBe(false);
  });
});

describe("tokens and bulk operations", () => {
  test("a token is revoked by its last characters", async () => {
    const token = shop.tokens.issueOffline();
    expect(shop.tokens.live()).toEqual([{ ending: token.slice(-6), owner: "app", endsAtMs: null }]);
    await postJson("/simulate/tokens/revoke", { ending: token.slice(-6) });
    expect(shop.tokens.isValid(token)).toBe(false);
    expect((await postJson("/simulate/tokens/revoke", { ending: "nobody" })).status).toBe(404);
  });

  test("a fault is added to the rules there are, the lost finish webhook before them", async () => {
    await postJson("/simulate/webhooks/faults", { fault: "drop", times: 2 });
    await postJson("/simulate/webhooks/faults", { fault: "delay", delayMs: 5, keep: true });
    const response = await postJson("/simulate/bulk/lose-next-webhook", {});
    expect(await response.json()).toEqual({
      rules: [
        { topic: "bulk_operations/finish", times: 1, fault: { kind: "drop" } },
        { times: 2, fault: { kind: "drop" } },
        { fault: { kind: "delay", delayMs: 5 } },
      ],
    });
  });

  test("an unknown bulk operation cannot be cancelled, an unknown webhook not sent again", async () => {
    expect((await postJson("/simulate/bulk/1/cancel", {})).status).toBe(404);
    expect((await postJson("/simulate/webhooks/none/send-again", {})).status).toBe(404);
  });

  test("the clock moves by hours", async () => {
    const response = await postJson("/simulate/clock", { advanceHours: 2 });
    expect(await response.json()).toEqual({ now: "2026-11-23T01:59:59.000Z" });
  });
});
