import { join } from "node:path";
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
import { projectFolder } from "../../scripts/project-folder.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { launchBrowser } from "./launch-browser.ts";

const extensionsFolder = join(projectFolder, "extensions");
const pagePaths = [
  "/orders",
  "/products",
  "/customers",
  "/segments",
  "/discounts",
  "/storefront",
  "/inspector",
  "/inspector/webhooks",
  "/inspector/requests",
  "/inspector/bulk",
];

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
  shop = await startAdminServer({ extensionsFolder });
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

  test.each(pagePaths)("%s fits a narrow screen", async (path) => {
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(store + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });

  test("a cart is checked out, edited, refunded by the piece and cancelled", async () => {
    await page.goto(`${store}/storefront`);
    await page.getByLabel("Customer e-mail").fill("ada@example.com");
    await page.getByLabel("Product 1").selectOption({ label: "Green tea (£12.50)" });
    await page.getByLabel("Quantity 1").fill("3");
    await page.getByRole("button", { name: "Check out" }).click();
    await page.getByText("Order #1004 was placed.").waitFor();
    await page.getByRole("link", { name: "#1004" }).click();

    await page.getByLabel("Add a product").selectOption({ label: "Black tea (£25.00)" });
    await page.getByRole("button", { name: "Edit order" }).click();
    await page.getByText("it is worth 62.50 GBP now").waitFor();
    await page.getByLabel("Green tea, at most 3").fill("2");
    await page.getByRole("button", { name: "Refund", exact: true }).click();
    await page.getByText("25.00 GBP of #1004 was refunded.").waitFor();
    await page.getByLabel("Reason", { exact: true }).first().waitFor();
    await page.getByRole("combobox", { name: "Reason" }).selectOption("fraud");
    await page.getByLabel("Give the money back").check();
    await page.getByRole("button", { name: "Cancel order" }).click();
    await page.getByText("cancelled (fraud)").waitFor();
  });

  test("a refused form says why beside its fields, which keep what was typed", async () => {
    await page.goto(`${store}/storefront`);
    await page.getByLabel("Product 1").selectOption({ label: "Green tea (£12.50)" });
    await page.getByLabel("Discount code").fill("NOPE");
    await page.getByRole("button", { name: "Check out" }).click();
    await page.getByRole("alert").filter({ hasText: "Enter a valid discount code" }).waitFor();
    expect(await page.getByLabel("Discount code").inputValue()).toBe("NOPE");
    // The browser notes every answer that is not a 2xx.
    expect(problems.splice(0)).toEqual([expect.stringContaining("409")]);
  });

  test("without script a form comes back with the same words", async () => {
    const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
    const plain = await context?.newPage();
    if (context === undefined || plain === undefined) throw new Error("No browser.");
    await plain.goto(`${store}/orders`);
    await plain.getByLabel("Customer e-mail").fill("ada@example.com");
    await plain.getByRole("textbox", { name: "Amount" }).fill("eighty");
    await plain.getByRole("button", { name: "Place order" }).click();
    await plain.getByText("eighty is not an amount in GBP.").waitFor();
    await context.close();
  });

  test("a merge says what it would keep before it is done", async () => {
    await page.goto(`${store}/customers/${firstCustomer().id}`);
    await page.getByLabel("Customer e-mail").fill("grace@example.com");
    await page.getByRole("button", { name: "See what would be kept" }).click();
    await page.getByRole("button", { name: "Merge, keep Ada Example" }).click();
    await page.getByText(/was merged into/).waitFor();
    expect(shop.world.customers.size).toBe(2);
  });

  test("language and look are changed with the keyboard alone and kept", async () => {
    await page.goto(`${store}/orders`);
    await page.locator(".preferences summary").focus();
    for (const key of ["Enter", "Tab", "ArrowDown", "ArrowDown", "Tab", "ArrowDown", "ArrowDown"])
      await page.keyboard.press(key);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
    await openApp("/app");
    expect(page.frame({ name: "app-iframe" })?.url()).toContain("locale=ru");
    await page.locator(".preferences summary", { hasText: "Русский" }).click();
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Look of this admin").isVisible()).toBe(false);
  });

  test("a fault is added to the plan and the plan ended in the inspector", async () => {
    await page.goto(`${store}/inspector/webhooks`);
    await page.getByRole("combobox", { name: "Fault", exact: true }).selectOption("drop");
    await page.getByLabel("How many webhooks").fill("2");
    await page.getByRole("button", { name: "Add to the plan" }).click();
    await page.getByText("The fault is planned.").waitFor();
    await page.getByText("Never sent · every topic").waitFor();
    await page.getByRole("button", { name: "End all faults" }).click();
    await page.getByText("Webhooks arrive as they should.").first().waitFor();
  });

  test("time is moved from the inspector", async () => {
    await page.goto(`${store}/inspector`);
    await page.getByRole("button", { name: "Advance a month" }).click();
    await page.getByText("It is now 22 Dec 2026, 23:59.").waitFor();
  });

  test.each([...pagePaths, "/apps/echelon"])("%s has no accessibility violations", async (path) => {
    await page.goto(store + path);
    // The app in the frame is the app's business, and so is the heading of its page.
    const axe = new AxeBuilder({ page })
      .exclude("#app-frame")
      .disableRules(path.startsWith("/apps") ? ["page-has-heading-one"] : []);
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    ).toEqual([]);
  });
});

describe("the app's block on a customer's page", () => {
  const block = () => page.frameLocator("iframe[data-block]");

  test("says that there is no tier yet, and what was published once there is one", async () => {
    const customer = firstCustomer();
    await page.goto(`${store}/customers/${customer.id}`);
    await block().getByText("No tier yet.").waitFor();
    await publishTier(customer);
    await page.reload();
    await block().getByText("Group: Champions").waitFor();
    await block().getByText("Recency 5 · Frequency 4 · Spend 3").waitFor();
    // The app's own words.
    await block().getByText("Higher than 90% of your customers.").waitFor();
    await block().getByText("If nothing is bought: Base on Dec 24, 2026.").waitFor();
  });

  test("speaks the merchant's language and opens the customer's page in the app", async () => {
    const customer = firstCustomer();
    await publishTier(customer);
    await page.goto(`${store}/customers/${customer.id}?locale=ru`);
    await block().getByText("Группа: Champions").waitFor();
    await block().getByRole("link", { name: "Почему так" }).press("Enter");
    await page.waitForURL(`${store}/apps/echelon/app/customers/${customer.id}`);
    await frame.getByRole("heading", { level: 1 }).waitFor();
  });

  test("an error of the Admin API is shown and can be tried again", async () => {
    await page.route("**/direct-api", (route) =>
      route.fulfill({ json: { errors: [{ message: "Throttled" }] } }),
    );
    await page.goto(`${store}/customers/${firstCustomer().id}`);
    await block().getByText("The tier could not be read: Throttled").waitFor();
    await page.unroute("**/direct-api");
    await block().getByRole("button", { name: "Try again" }).press("Enter");
    await block().getByText("No tier yet.").waitFor();
  });

  test.each([1280, 375])("fits and has no accessibility violations at %d", async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const customer = firstCustomer();
    await publishTier(customer);
    await page.goto(`${store}/customers/${customer.id}`);
    await block().getByText("Group: Champions").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

function firstCustomer(): Customer {
  const [customer] = shop.world.customers.values();
  if (customer === undefined) throw new Error("The shop is empty.");
  return customer;
}

/** Writes both fields through the Admin API, as the app does. */
async function publishTier({ id }: Customer): Promise<void> {
  const owner = { ownerId: `gid://shopify/Customer/${id}`, namespace: "$app" };
  const standing = {
    tier: "core",
    group: "champions",
    value: 4.25,
    scores: { recency: 5, frequency: 4, monetary: 3 },
  };
  const response = await fetch(`${shop.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-access-token": shop.config.accessToken,
    },
    body: JSON.stringify({
      query: `mutation Publish($metafields: [MetafieldsSetInput!]!) {
        metafieldsSet(metafields: $metafields) { userErrors { message } }
      }`,
      variables: {
        metafields: [
          { ...owner, key: "tier", type: "single_line_text_field", value: "core" },
          { ...owner, key: "standing", type: "json", value: JSON.stringify(standing) },
        ],
      },
    }),
  });
  expect(await response.json()).toMatchObject({ data: { metafieldsSet: { userErrors: [] } } });
}
