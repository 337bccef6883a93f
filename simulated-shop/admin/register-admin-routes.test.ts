import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkSessionToken } from "../tokens/session-token.ts";
import type { Customer } from "../world/customer.ts";
import { startAdminServer, type AdminServer } from "./admin-server.test-support.ts";

let shop: AdminServer;
let ada: Customer;

beforeEach(async () => {
  shop = await startAdminServer({
    appConfiguration: `name = "Echelon"
[webhooks]
api_version = "2026-07"
  [[webhooks.subscriptions]]
  topics = ["orders/create", "themes/publish"]
  uri = "/webhooks"`,
  });
  const [first] = shop.world.customers.values();
  if (first === undefined) throw new Error("The shop is empty.");
  ada = first;
});

afterEach(() => shop.close());

function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${shop.url}${path}`, { redirect: "manual", ...init });
}

function postJson(path: string, body: unknown): Promise<Response> {
  return get(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
}

function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  return get(path, { method: "POST", body: new URLSearchParams(fields) });
}

describe("pages", () => {
  test.each(["/orders", "/customers", "/segments", "/discounts", "/inspector", "/apps/echelon", "/apps/client-id/app/customers"])(
    "%s is a page with one heading and one main part",
    async (path) => {
      const response = await get(`/store/tea${path}`);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(text.match(/<main/g)).toHaveLength(1);
      expect(text).toContain('<html lang="en">');
    },
  );

  test("the address without a path leads to the shop", async () => {
    const response = await get("/");
    expect(response.headers.get("location")).toBe("/store/tea");
  });

  test.each(["/store/another", "/store/tea/orders/1", "/store/tea/customers/1", "/store/tea/apps/another"])("%s is not found", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("names from an order export are shown as text", async () => {
    ada.firstName = "<script>alert(1)</script>";
    const text = await (await get("/store/tea/customers")).text();
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("customers are found by name, e-mail and tag", async () => {
    for (const query of ["ADA", "ada@", "tag:echelon:tier:core"]) {
      const text = await (await get(`/store/tea/customers?${new URLSearchParams({ query }).toString()}`)).text();
      expect(text).toContain("1 customer match");
      expect(text).toContain("Ada Example");
    }
  });

  test("topics the app subscribes to but never gets are named in the inspector", async () => {
    expect(await (await get("/store/tea/inspector")).text()).toContain("never sends: themes/publish");
  });

  test("an order placed by JSON is answered with its number and total", async () => {
    const response = await postJson("/simulate/orders", { customerId: `gid://shopify/Customer/${ada.id}`, amount: "80.5" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ order: { name: "#1004", customerId: ada.id, total: "80.50" } });
  });
});

describe("the frame of the app", () => {
  test("is the app's page with Shopify's signed parameters", async () => {
    shop.config.appUrl = "http://127.0.0.1:9";
    const text = await (await get("/store/tea/apps/echelon/app/customers?tier=core&locale=ru")).text();
    const frame = new URL(/data-app-src="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "");
    expect(frame.origin + frame.pathname).toBe("http://127.0.0.1:9/app/customers");
    expect(Object.fromEntries(frame.searchParams)).toMatchObject({
      tier: "core",
      embedded: "1",
      locale: "ru",
      shop: "tea.myshopify.com",
    });
    for (const name of ["session", "hmac"]) expect(frame.searchParams.get(name)).toMatch(/^[0-9a-f]{64}$/);
    expect(atob(frame.searchParams.get("host") ?? "")).toBe("admin.shopify.com/store/tea");
    expect(checkSessionToken(frame.searchParams.get("id_token") ?? "", shop.config, Date.now()).kind).toBe("valid");
  });

  test("is missing, and the page says so, when the app's address is unknown", async () => {
    const text = await (await get("/store/tea/apps/echelon")).text();
    expect(text).not.toContain("<iframe");
    expect(text).toContain("not told where Echelon runs");
  });

  test("gets session tokens that the shop itself accepts", async () => {
    const { token } = (await (await postJson("/store/tea/session-token", {})).json()) as { token: string };
    expect(checkSessionToken(token, shop.config, Date.now()).kind).toBe("valid");
  });
});

describe("who may ask", () => {
  test.each(["/simulate/uninstall", "/store/tea/session-token"])("%s refuses another site's page", async (path) => {
    const response = await get(path, { method: "POST", headers: { origin: "http://127.0.0.1:9" } });
    expect(response.status).toBe(403);
  });

  test("a page of the admin may post", async () => {
    const response = await get("/store/tea/session-token", { method: "POST", headers: { origin: shop.url } });
    expect(response.status).toBe(200);
  });

  test("a form returns to the admin, never to another site", async () => {
    const response = await postForm("/simulate/clock", { advanceDays: "1", returnTo: "https://example.com/" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/^\/\?notice=/);
  });
});

describe("placing orders", () => {
  test("an unknown e-mail becomes a new customer", async () => {
    await postJson("/simulate/orders", { email: "new@example.com", amount: 5 });
    expect(shop.world.customersByEmail.get("new@example.com")?.orders).toHaveLength(1);
  });

  test("a guest's order has no customer", async () => {
    const response = await postJson("/simulate/orders", { email: "guest@example.com", guest: true, amount: 5 });
    expect(await response.json()).toMatchObject({ order: { customerId: null } });
    expect(shop.world.customersByEmail.has("guest@example.com")).toBe(false);
  });

  test("a product without an amount costs what it costs", async () => {
    const [product] = shop.world.products.values();
    const response = await postJson("/simulate/orders", { customerId: ada.id, productId: product?.id, quantity: 3 });
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
    const response = await postForm("/simulate/orders", { email: ada.email, amount: "5", productId: "", returnTo: "/store/tea/orders" });
    expect(response.headers.get("location")).toBe("/store/tea/orders?notice=Order+%231004+was+placed.");
  });
});

describe("changing orders", () => {
  const orderPath = (action: string) => `/simulate/orders/${ada.orders[0]?.id ?? 0}/${action}`;

  test("a part is refunded, then the rest", async () => {
    expect(await (await postJson(orderPath("refund"), { amount: "2.50" })).json()).toMatchObject({ refund: { amount: "2.50" } });
    expect(await (await postJson(orderPath("refund"), {})).json()).toMatchObject({ refund: { amount: "10.00" } });
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
    await postForm(`/simulate/customers/${ada.id}/tags`, { add: "vip, friend", remove: "NEWSLETTER" });
    expect(ada.tags).toEqual(["echelon:tier:core", "friend", "vip"]);
  });
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
    expect(await (await postJson("/simulate/webhooks/faults", { rules })).json()).toEqual({ rules });
    expect(await (await postJson("/simulate/webhooks/faults", {})).json()).toEqual({ rules: [] });
  });

  test.each([{ rules: [{ fault: { kind: "explode" } }] }, { fault: "delay" }, { fault: "drop", times: 0 }])("the malformed plan %j is refused", async (plan) => {
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

test("both browser scripts are built and free of module syntax", async () => {
  for (const path of ["/app-bridge.js", "/admin-assets/host.js"]) {
    const response = await get(path);
    const code = await response.text();
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(code).not.toMatch(/^(import|export) /m);
  }
});
