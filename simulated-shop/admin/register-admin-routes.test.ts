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
  return get(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}

function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  return get(path, { method: "POST", body: new URLSearchParams(fields) });
}

describe("pages", () => {
  test.each([
    "/orders",
    "/customers",
    "/segments",
    "/discounts",
    "/products",
    "/storefront",
    "/inspector",
    "/inspector/webhooks",
    "/inspector/requests",
    "/inspector/bulk",
    "/apps/echelon",
    "/apps/client-id/app/customers",
  ])("%s is a page with one heading and one main part", async (path) => {
    const response = await get(`/store/tea${path}`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text.match(/<main/g)).toHaveLength(1);
    expect(text).toContain('<html lang="en"');
  });

  test("the address without a path leads to the shop", async () => {
    const response = await get("/");
    expect(response.headers.get("location")).toBe("/store/tea");
  });

  test.each([
    "/store/another",
    "/store/tea/orders/1",
    "/store/tea/customers/1",
    "/store/tea/apps/another",
    "/store/tea/settings/locations",
  ])("%s is not found", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("a page that is not simulated says so inside the admin", async () => {
    const text = await (await get("/store/tea/settings/locations")).text();
    expect(text).toContain("There is no such page here");
    expect(text).toContain("/settings/locations");
  });

  test("a language and a look are kept, and the app's frame gets the language", async () => {
    const chosen = await postForm("/store/tea/preferences", {
      locale: "zh-CN",
      theme: "dark",
      returnTo: "/store/tea/apps/echelon?locale=ru&tier=core",
    });
    expect(chosen.headers.get("location")).toBe("/store/tea/apps/echelon?tier=core");
    const cookie = chosen.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    shop.config.appUrl = "http://127.0.0.1:9";
    const text = await (await get("/store/tea/apps/echelon", { headers: { cookie } })).text();
    expect(text).toContain("locale=zh-CN");
    expect(text).toContain('data-theme="dark"');
  });

  test("names from an order export are shown as text", async () => {
    ada.firstName = "<script>alert(1)</script>";
    const text = await (await get("/store/tea/customers")).text();
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  test("customers are found by name, e-mail and tag", async () => {
    for (const query of ["ADA", "ada@", "tag:echelon:tier:core"]) {
      const text = await (
        await get(`/store/tea/customers?${new URLSearchParams({ query }).toString()}`)
      ).text();
      expect(text).toContain("1 customer found for");
      expect(text).toContain("Ada Example");
    }
  });

  test("topics the app subscribes to but never gets are named in the inspector", async () => {
    expect(await (await get("/store/tea/inspector/webhooks")).text()).toContain(
      "never sends: themes/publish",
    );
  });
});

describe("the frame of the app", () => {
  test("is the app's page with Shopify's signed parameters", async () => {
    shop.config.appUrl = "http://127.0.0.1:9";
    const text = await (
      await get("/store/tea/apps/echelon/app/customers?tier=core&locale=ru")
    ).text();
    const frame = new URL(/data-app-src="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "");
    expect(frame.origin + frame.pathname).toBe("http://127.0.0.1:9/app/customers");
    expect(Object.fromEntries(frame.searchParams)).toMatchObject({
      tier: "core",
      embedded: "1",
      locale: "ru",
      shop: "tea.myshopify.com",
    });
    for (const name of ["session", "hmac"])
      expect(frame.searchParams.get(name)).toMatch(/^[0-9a-f]{64}$/);
    expect(atob(frame.searchParams.get("host") ?? "")).toBe("admin.shopify.com/store/tea");
    expect(
      checkSessionToken(frame.searchParams.get("id_token") ?? "", shop.config, Date.now()).kind,
    ).toBe("valid");
  });

  test("is missing, and the page says so, when the app's address is unknown", async () => {
    const text = await (await get("/store/tea/apps/echelon")).text();
    expect(text).not.toContain("<iframe");
    expect(text).toContain("not told where Echelon runs");
  });

  test("gets session tokens that the shop itself accepts", async () => {
    const { token } = (await (await postJson("/store/tea/session-token", {})).json()) as {
      token: string;
    };
    expect(checkSessionToken(token, shop.config, Date.now()).kind).toBe("valid");
  });
});

describe("who may ask", () => {
  test.each(["/simulate/uninstall", "/store/tea/session-token"])(
    "%s refuses another site's page",
    async (path) => {
      const response = await get(path, {
        method: "POST",
        headers: { origin: "http://127.0.0.1:9" },
      });
      expect(response.status).toBe(403);
    },
  );

  test("a page of the admin may post", async () => {
    const response = await get("/store/tea/session-token", {
      method: "POST",
      headers: { origin: shop.url },
    });
    expect(response.status).toBe(200);
  });

  test("a form returns to the admin, never to another site", async () => {
    const response = await postForm("/simulate/clock", {
      advanceDays: "1",
      returnTo: "https://example.com/",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(/^\/\?notice=/);
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
