import { Hono, type Context } from "hono";
import { displayNameOf, type Customer } from "../world/customer.ts";
import { signSessionToken } from "../tokens/session-token.ts";
import { staffMember } from "../tokens/staff-member.ts";
import type { Admin } from "./admin-parts.ts";
import { appFrameUrl, sessionIdOf } from "./app-frame-url.ts";
import { registerBlockRoutes } from "./blocks/block-routes.ts";
import { createPageRouter } from "./page-router.ts";
import { appPage } from "./pages/app-page.ts";
import { customerPage } from "./pages/customer/customer-page.ts";
import { liveCustomer } from "./pages/customer/live-customer.ts";
import { mergePage } from "./pages/customer/merge-page.ts";
import { customersPage } from "./pages/customers-page.ts";
import { discountsPage, liveDiscounts } from "./pages/discounts-page.ts";
import { findCustomers } from "./pages/find-customers.ts";
import { bulkPage, liveBulk } from "./pages/inspector/bulk-page.ts";
import { liveRequests, requestsPage } from "./pages/inspector/requests-page.ts";
import { liveState, statePage } from "./pages/inspector/state-page.ts";
import { liveWebhooks, webhooksPage } from "./pages/inspector/webhooks-page.ts";
import type { Page } from "./pages/layout.ts";
import { orderPage } from "./pages/order/order-page.ts";
import { liveOrders, ordersPage } from "./pages/orders-page.ts";
import { productPage, productsPage } from "./pages/products-page.ts";
import { liveSegments, segmentsPage } from "./pages/segments-page.ts";
import { storefrontPage } from "./pages/storefront-page.ts";
import { answerPreferences, readPreferences } from "./preferences.ts";
import { resourcesOf } from "./resource-list.ts";

/** The pages below /store/<handle>. `app` is the whole shop: blocks reach the Admin API through it. */
export function storePages(app: Hono, admin: Admin): Hono {
  const pages = new Hono();
  const { world, storePath } = admin;
  const { page, live } = createPageRouter(pages, admin);

  pages.get("/", (c) => c.redirect(`${storePath}/orders`));
  page("/orders", () => ordersPage(admin));
  live("/orders/live", () => liveOrders(admin));
  page("/orders/:id{[0-9]+}", (c) => {
    const order = world.orders.get(idOf(c));
    return order === undefined ? null : orderPage(admin, order);
  });
  page("/products", () => productsPage(admin));
  page("/products/:id{[0-9]+}", (c) => {
    const product = world.products.get(idOf(c));
    return product === undefined ? null : productPage(admin, product);
  });
  page("/customers", (c) =>
    customersPage(admin, { query: c.req.query("query") ?? "", page: pageNumberOf(c) }),
  );
  page(
    "/customers/:id{[0-9]+}",
    ofCustomer((customer) => customerPage(admin, customer)),
  );
  live(
    "/customers/:id{[0-9]+}/live",
    ofCustomer((customer) => liveCustomer(admin, customer)),
  );
  page(
    "/customers/:id{[0-9]+}/merge",
    ofCustomer((customer, c) => mergePage(admin, customer, c.req.query("email") ?? "")),
  );
  page("/segments", () => segmentsPage(admin));
  live("/segments/live", () => liveSegments(admin));
  // Where Shopify's admin keeps them, and where links of an app point.
  pages.get("/customers/segments", (c) => c.redirect(`${storePath}/segments`));
  pages.get("/customers/segments/:id", (c) => c.redirect(`${storePath}/segments`));
  page("/discounts", () => discountsPage(admin));
  live("/discounts/live", () => liveDiscounts(admin));
  pages.get("/discounts/:id{[0-9]+}", (c) => c.redirect(`${storePath}/discounts`));
  page("/storefront", () => storefrontPage(admin));
  page("/inspector", () => statePage(admin));
  live("/inspector/live", () => liveState(admin));
  page("/inspector/webhooks", (c) => webhooksPage(admin, c.req.query("topic") ?? ""));
  live("/inspector/webhooks/live", (c) => liveWebhooks(admin, c.req.query("topic") ?? ""));
  page("/inspector/requests", (c) => requestsPage(admin, c.req.query("operation") ?? ""));
  live("/inspector/requests/live", (c) => liveRequests(admin, c.req.query("operation") ?? ""));
  page("/inspector/bulk", () => bulkPage(admin));
  live("/inspector/bulk/live", () => liveBulk(admin));

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
      resources: resourcesOf(world, c.req.query("type") ?? "", c.req.query("query") ?? ""),
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
  pages.post("/preferences", (c) => answerPreferences(c, storePath));
  registerBlockRoutes(app, pages, admin);
  page("/apps/:app/*", embeddedApp);
  page("/apps/:app", embeddedApp);
  page("/*", () => null);

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
      locale: readPreferences(c).locale,
    };
    return appPage(
      admin,
      appConfiguration,
      config.appUrl === null ? null : appFrameUrl(config, config.appUrl, frame, Date.now()),
    );
  }

  function ofCustomer<Drawn>(
    draw: (customer: Customer, c: Context) => Drawn,
  ): (c: Context) => Drawn | null {
    return (c) => {
      const customer = world.customers.get(idOf(c));
      return customer === undefined ? null : draw(customer, c);
    };
  }
}

function idOf(c: Context): number {
  return Number(c.req.param("id"));
}

function pageNumberOf(c: Context): number {
  const page = Number(c.req.query("page") ?? 1);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
