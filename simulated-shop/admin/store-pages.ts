import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { displayNameOf } from "../world/customer.ts";
import { gidOf } from "../world/gid.ts";
import { signSessionToken } from "../tokens/session-token.ts";
import { staffMember } from "../tokens/staff-member.ts";
import type { Admin } from "./admin-parts.ts";
import { appFrameUrl, sessionIdOf } from "./app-frame-url.ts";
import { appPage } from "./pages/app-page.ts";
import { customerPage, liveCustomer } from "./pages/customer-page.ts";
import { customersPage } from "./pages/customers-page.ts";
import { discountsPage, liveDiscounts } from "./pages/discounts-page.ts";
import { findCustomers } from "./pages/find-customers.ts";
import { inspectorPage, liveInspector } from "./pages/inspector-page.ts";
import { layout, type Html, type Notice, type Page } from "./pages/layout.ts";
import { orderPage } from "./pages/order-page.ts";
import { liveOrders, ordersPage } from "./pages/orders-page.ts";
import { liveSegments, segmentsPage } from "./pages/segments-page.ts";

const LOCALE_COOKIE = "simulated-admin-locale";

/** The pages below /store/<handle>. */
export function storePages(admin: Admin): Hono {
  const pages = new Hono();
  const { world, storePath } = admin;

  pages.get("/", (c) => c.redirect(`${storePath}/orders`));
  page("/orders", () => ordersPage(admin));
  live("/orders/live", () => liveOrders(admin));
  page("/orders/:id{[0-9]+}", (c) => {
    const order = world.orders.get(idOf(c));
    return order === undefined ? null : orderPage(admin, order);
  });
  page("/customers", (c) =>
    customersPage(admin, { query: c.req.query("query") ?? "", page: pageNumberOf(c) }),
  );
  page("/customers/:id{[0-9]+}", (c) => {
    const customer = world.customers.get(idOf(c));
    return customer === undefined ? null : customerPage(admin, customer);
  });
  live("/customers/:id{[0-9]+}/live", (c) => {
    const customer = world.customers.get(idOf(c));
    return customer === undefined ? null : liveCustomer(admin, customer);
  });
  page("/segments", () => segmentsPage(admin));
  live("/segments/live", () => liveSegments(admin));
  // Where Shopify's admin keeps them, and where links of an app point.
  pages.get("/customers/segments", (c) => c.redirect(`${storePath}/segments`));
  pages.get("/customers/segments/:id", (c) => c.redirect(`${storePath}/segments`));
  page("/discounts", () => discountsPage(admin));
  live("/discounts/live", () => liveDiscounts(admin));
  pages.get("/discounts/:id{[0-9]+}", (c) => c.redirect(`${storePath}/discounts`));
  page("/inspector", () => inspectorPage(admin));
  live("/inspector/live", () => liveInspector(admin));

  pages.get("/customers.json", (c) => {
    const { found } = findCustomers(world, c.req.query("query") ?? "", { skip: 0, take: 20 });
    return c.json({
      customers: found.map((customer) => ({
        email: customer.email,
        name: displayNameOf(customer),
      })),
    });
  });
  pages.get("/resources.json", (c) =>
    c.json({
      resources: resourcesOf(admin, c.req.query("type") ?? "", c.req.query("query") ?? ""),
    }),
  );

  pages.post("/session-token", (c) => {
    const sessionId = sessionIdOf(admin.config.shopDomain);
    return c.json({
      token: signSessionToken(admin.config, {
        userId: staffMember.id,
        sessionId,
        nowMs: Date.now(),
      }),
    });
  });
  page("/apps/:app/*", embeddedApp);
  page("/apps/:app", embeddedApp);

  return pages;

  /** The app is known by its handle and by its client id; its own path follows. */
  function embeddedApp(c: Context): Page | null {
    const { appConfiguration, config } = admin;
    const name = c.req.param("app");
    if (appConfiguration === null || (name !== appConfiguration.handle && name !== config.clientId))
      return null;
    const { pathname, searchParams } = new URL(c.req.url);
    const path = pathname.slice(`${storePath}/apps/${name}`.length);
    const frame = {
      path: path === "" || path === "/" ? "/app" : path,
      search: searchParams,
      locale: localeOf(c),
    };
    return appPage(
      admin,
      appConfiguration,
      config.appUrl === null ? null : appFrameUrl(config, config.appUrl, frame, Date.now()),
    );
  }

  function page(path: string, draw: (c: Context) => Page | null): void {
    pages.get(path, async (c) => {
      const drawn = draw(c);
      if (drawn === null) return c.notFound();
      // A page that comes back from the cache would carry an old session token and old orders.
      return c.html(await layout(admin, { notice: noticeOf(c), ...drawn }), 200, {
        "cache-control": "no-store",
      });
    });
  }

  function live(path: string, draw: (c: Context) => Html | null): void {
    pages.get(path, async (c) => {
      const drawn = draw(c);
      return drawn === null
        ? c.notFound()
        : c.html(await drawn, 200, { "cache-control": "no-store" });
    });
  }
}

function resourcesOf(
  { world }: Admin,
  type: string,
  query: string,
): readonly Readonly<Record<string, unknown>>[] {
  const words = query.trim().toLowerCase();
  const found = [...world.products.values()]
    .filter(({ title }) => title.toLowerCase().includes(words))
    .slice(0, 50);
  if (type === "product") {
    return found.map((product) => ({
      id: gidOf("Product", product.id),
      title: product.title,
      productType: product.productType,
      vendor: product.vendor,
      variants: [
        {
          id: gidOf("ProductVariant", product.variantId),
          title: "Default Title",
          sku: product.sku,
        },
      ],
    }));
  }
  if (type === "variant") {
    return found.map((product) => ({
      id: gidOf("ProductVariant", product.variantId),
      title: product.title,
      sku: product.sku,
      product: { id: gidOf("Product", product.id), title: product.title },
    }));
  }
  return [];
}

/** The language of the admin: `?locale=ru` on the app's page chooses it until another is chosen. */
function localeOf(c: Context): string {
  const chosen = c.req.query("locale");
  if (chosen !== undefined)
    setCookie(c, LOCALE_COOKIE, chosen, { path: "/store", sameSite: "Lax", httpOnly: true });
  return chosen ?? getCookie(c, LOCALE_COOKIE) ?? staffMember.locale;
}

function idOf(c: Context): number {
  return Number(c.req.param("id"));
}

function pageNumberOf(c: Context): number {
  const page = Number(c.req.query("page") ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

function noticeOf(c: Context): Notice | null {
  const problem = c.req.query("problem");
  const notice = c.req.query("notice");
  if (problem !== undefined) return { kind: "problem", text: problem };
  return notice === undefined ? null : { kind: "done", text: notice };
}
