import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  startAdminServer,
  type AdminServer,
} from "../../simulated-shop/admin/admin-server.test-support.ts";
import {
  startEmbeddedApp,
  type EmbeddedApp,
} from "../../simulated-shop/admin/embedded-app.test-support.ts";
import { signSessionToken } from "../../simulated-shop/tokens/session-token.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import { launchBrowser } from "./launch-browser.ts";

let browser: Browser | null;
let shop: AdminServer;
let app: EmbeddedApp;
let page: Page;
let frame: FrameLocator;
let store: string;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async ({ skip }) => {
  if (browser === null) return skip("no browser on this machine");
  shop = await startAdminServer();
  app = await startEmbeddedApp(shop.config);
  shop.config.appUrl = app.url;
  store = `${shop.url}/store/tea`;
  const context = await browser.newContext();
  page = await context.newPage();
  problems.length = 0;
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  frame = page.frameLocator("#app-frame");
});

afterEach(async () => {
  await page.context().close();
  app.close();
  await shop.close();
  expect(problems).toEqual([]);
});

async function openApp(path: string): Promise<void> {
  await page.goto(`${store}/apps/echelon${path}`);
  await frame.getByRole("heading", { level: 1 }).waitFor();
}

describe("the embedded app", () => {
  test("is loaded at the admin page's path, and its menu, title and address are the admin's", async () => {
    await openApp("/app/customers?tier=core");
    const menu = page.getByRole("navigation", { name: "Admin" });
    expect(
      await menu.getByRole("link", { name: "Customers" }).last().getAttribute("aria-current"),
    ).toBe("page");
    expect(await menu.getByRole("link", { name: "Home" }).count()).toBe(0);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      "/store/tea/apps/echelon/app/customers?tier=core",
    );
    expect(await page.title()).toBe("/app/customers · Tea & Co");

    await menu.getByRole("link", { name: "Settings" }).click();
    await frame.getByRole("heading", { name: "/app/settings" }).waitFor();
    await page.waitForURL("**/apps/echelon/app/settings");
    await page.goBack();
    await page.waitForURL("**/apps/echelon/app/customers?tier=core");
    await frame.getByRole("heading", { name: "/app/customers" }).waitFor();

    await frame.getByRole("link", { name: "Customer 7" }).click();
    await page.waitForURL("**/app/customers/7");
    await page.reload();
    await frame.getByRole("heading", { name: "/app/customers/7" }).waitFor();
  });

  test("sends a session token with its own fetches", async () => {
    await openApp("/app");
    await frame.getByRole("button", { name: "Who am I" }).click();
    await frame.getByText('200 {"shop":"https://tea.myshopify.com"}').waitFor();
  });

  test("gets a new session token by the bounce page when the one in its address has expired", async () => {
    await openApp("/app");
    const expired = signSessionToken(shop.config, {
      userId: 1,
      sessionId: "s",
      nowMs: Date.now() - 120_000,
    });
    const address = new URL(page.frame({ name: "app-iframe" })?.url() ?? "");
    address.pathname = "/app/settings";
    address.searchParams.set("id_token", expired);
    await page.frame({ name: "app-iframe" })?.goto(address.href);
    await frame.getByRole("heading", { name: "/app/settings" }).waitFor();
    await page.waitForURL("**/apps/echelon/app/settings");
  });

  test("shows toasts, and hears what is pressed on them", async () => {
    await openApp("/app");
    await frame.getByRole("button", { name: "Toast" }).click();
    const toast = page.getByRole("status").filter({ hasText: "Tiers saved" });
    await toast.getByRole("button", { name: "Undo" }).click();
    await frame.getByText("undone").waitFor();
    await toast.getByRole("button", { name: "Dismiss" }).click();
    await toast.waitFor({ state: "detached" });
  });

  test("shows modals whose buttons are its own", async () => {
    await openApp("/app");
    await frame.getByRole("button", { name: "Modal" }).click();
    const dialog = frame.getByRole("dialog", { name: "Apply?" });
    await dialog.getByText("Apply these rules?").waitFor();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await frame.getByText("applied").waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test("puts its title bar's buttons into the admin's", async () => {
    await openApp("/app");
    await page.getByText("My page").waitFor();
    await page.getByRole("button", { name: "Create" }).click();
    await frame.getByText("primary pressed").waitFor();
  });

  test("lets the merchant pick products", async () => {
    await openApp("/app");
    await frame.getByRole("button", { name: "Pick" }).click();
    await page.getByRole("checkbox", { name: "Green tea" }).check();
    await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await frame.locator("#note", { hasText: "Green tea" }).waitFor();
  });

  test("opens pages of the admin", async () => {
    await openApp("/app");
    await frame.getByRole("link", { name: "Shopify customers" }).click();
    await page.waitForURL(`${store}/customers`);
  });

  test("opened by itself goes into the admin", async () => {
    await page.goto(`${app.url}/app/customers?shop=tea.myshopify.com`);
    await page.waitForURL(`${store}/apps/echelon/app/customers`);
    await frame.getByRole("heading", { name: "/app/customers" }).waitFor();
  });
});

describe("the save bar of a form", () => {
  const saveBar = () => page.getByRole("region", { name: "Unsaved changes" });

  beforeEach(async () => {
    await openApp("/app");
    await frame.getByLabel("Weight").fill("60");
    await saveBar().waitFor();
  });

  test("goes away when the values are those it started with", async () => {
    await frame.getByLabel("Weight").fill("50");
    await saveBar().waitFor({ state: "hidden" });
  });

  test("saves by submitting the form", async () => {
    await saveBar().getByRole("button", { name: "Save" }).click();
    await frame.getByText("saved").waitFor();
    expect(app.saved).toEqual(["60"]);
    await saveBar().waitFor({ state: "hidden" });
  });

  test("discards by resetting the form", async () => {
    await saveBar().getByRole("button", { name: "Discard" }).click();
    await saveBar().waitFor({ state: "hidden" });
    expect(await frame.getByLabel("Weight").inputValue()).toBe("50");
  });

  test.each(["menu", "link"])(
    "holds the merchant who leaves by a %s until they agree",
    async (way) => {
      const leave = () =>
        way === "menu"
          ? page
              .getByRole("navigation", { name: "Admin" })
              .getByRole("link", { name: "Settings" })
              .click()
          : frame.getByRole("link", { name: "Customer 7" }).click();
      await leave();
      await page.getByRole("button", { name: "Stay" }).click();
      expect(await frame.getByRole("heading", { level: 1 }).textContent()).toBe("/app");
      await saveBar().waitFor();
      await leave();
      await page.getByRole("button", { name: "Leave page" }).click();
      await page.waitForURL(way === "menu" ? "**/app/settings" : "**/app/customers/7");
      await saveBar().waitFor({ state: "hidden" });
    },
  );
});

test("a save bar the app shows itself presses the app's own buttons", async () => {
  await openApp("/app");
  await frame.getByRole("button", { name: "Bar" }).click();
  const saveBar = page.getByRole("region", { name: "Unsaved changes" });
  await saveBar.getByRole("button", { name: "Save" }).click();
  await frame.getByText("bar saved").waitFor();
  await saveBar.getByRole("button", { name: "Discard" }).click();
  await saveBar.waitFor({ state: "hidden" });
});

describe("the admin's own pages", () => {
  test("an order placed on the orders page appears in the list", async () => {
    await page.goto(`${store}/orders`);
    await page.getByLabel("Customer e-mail").fill("ada@example.com");
    await page.getByRole("textbox", { name: "Amount" }).fill("80");
    await page.getByRole("button", { name: "Place order" }).click();
    await page.getByText("Order #1004 was placed.").waitFor();
    await page.getByRole("row", { name: /#1004.*Ada Example.*£80\.00/ }).waitFor();
    await page.getByRole("button", { name: "Refund #1004 in full" }).click();
    await page.getByRole("row", { name: /#1004.*refunded.*£80\.00.*£80\.00/ }).waitFor();
  });

  test("a customer's page shows tags and orders as they arrive", async () => {
    const [customer] = shop.world.customers.values();
    const [product] = shop.world.products.values();
    if (customer === undefined || product === undefined) throw new Error("The shop is empty.");
    await page.goto(`${store}/customers/${customer.id}`);
    await page.getByText("echelon:tier:core").waitFor();
    // The page must have asked once before anything changes.
    await page.waitForResponse((response) => response.url().endsWith("/live"));
    changeCustomerTags(shop.world, customer, ["echelon:tier:growth"]);
    placeOrder(shop.world, {
      customer,
      lineItems: [{ product, quantity: 1, unitPriceMinor: 999, discountMinor: 0 }],
    });
    await page.getByText("echelon:tier:growth").waitFor();
    await page.getByRole("row", { name: /£9\.99/ }).waitFor();
  });

  test("the menu opens and closes on a narrow screen", async () => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(`${store}/orders`);
    const link = page.getByRole("link", { name: "Inspector" });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await link.click();
    await page.getByRole("heading", { name: "Inspector" }).waitFor();
  });

  test.each(["/orders", "/customers", "/segments", "/discounts", "/inspector"])(
    "%s fits a narrow screen",
    async (path) => {
      await page.setViewportSize({ width: 375, height: 700 });
      await page.goto(store + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    },
  );

  test("time is moved from the inspector", async () => {
    await page.goto(`${store}/inspector`);
    await page.getByRole("button", { name: "Advance a month" }).click();
    await page.getByText("It is now 22 Dec 2026, 23:59.").waitFor();
  });

  test.each(["/orders", "/customers", "/segments", "/discounts", "/inspector", "/apps/echelon"])(
    "%s has no accessibility violations",
    async (path) => {
      await page.goto(store + path);
      // The app in the frame is the app's business, and so is the heading of its page.
      const axe = new AxeBuilder({ page })
        .exclude("#app-frame")
        .disableRules(path.startsWith("/apps") ? ["page-has-heading-one"] : []);
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
    },
  );
});
