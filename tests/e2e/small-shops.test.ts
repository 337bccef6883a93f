import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitUntilIdle } from "../../scripts/demo/idle.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { openAdminWindow, type AdminWindow } from "./admin-window.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./judge-page.ts";
import { launchBrowser } from "./launch-browser.ts";
import { openTestStage, type TestStage } from "./open-test-stage.ts";

const phone = { width: 375, height: 812 };

let browser: Browser | null;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser?.close();
});

beforeEach(({ skip }) => {
  if (browser === null) skip("no browser on this machine");
});

describe.each([
  {
    customers: 0,
    sentences: {
      "/app": /^No orders yet\. Tiers appear after the first one\.$/,
      "/app/customers": /^Customers appear here with their first order\./,
      "/app/movement": /^Movement appears once a second calculation has run\.$/,
      "/app/movement/soon":
        /^(Nobody is due to change|\d customers? (is|are) due to change) by Jul 30, 2026/,
      "/app/insights": /^Too little history to forecast from\. Still needed: 30 more customers/,
      "/app/insights/products": /^Needs 20 customers who bought the same thing/,
      "/app/insights/journeys": /^Needs 5 customers on the same path/,
      "/app/insights/places": /^No orders in the last 365 days\.$/,
      "/app/insights/timing": /^No orders in the last 365 days\.$/,
      "/app/tiers": /^No ranked customers yet\. Tiers fill with the first orders\.$/,
      "/app/publishing": /^No ranked customers yet\. What is switched on is written/,
    },
  },
  {
    customers: 1,
    sentences: {
      "/app": /^Up to date\. Scores stand for Jun 30, 2026\.$/,
      "/app/customers": /^Showing 1 of 1 customer$/,
      "/app/movement": /^Movement appears once a second calculation has run\.$/,
      "/app/movement/soon":
        /^(Nobody is due to change|\d customers? (is|are) due to change) by Jul 30, 2026/,
      "/app/insights": /^Too little history to forecast from\. Still needed: 29 more customers/,
      "/app/insights/timing": /^(Needs 100 orders to name a best time|No orders)/,
      "/app/tiers": /^3 tiers over 1 ranked customer, by value\.$/,
      "/app/publishing": /^In step: everything switched on is in Shopify for 1 ranked customer\.$/,
    },
  },
  {
    customers: 5,
    sentences: {
      "/app": /^Up to date\. Scores stand for Jun 30, 2026\.$/,
      "/app/customers": /^Showing \d of \d customers$/,
      "/app/tiers": /^3 tiers over \d ranked customers, by value\.$/,
      "/app/publishing":
        /^In step: everything switched on is in Shopify for \d ranked customers\.$/,
    },
  },
])("a shop with $customers customers", ({ customers, sentences }) => {
  let stage: TestStage;
  let admin: AdminWindow;

  beforeAll(async () => {
    if (browser === null) return undefined;
    stage = await openTestStage(`small-shop-${customers}`, customers);
    return () => stage.close();
  });
  beforeAll(async () => {
    if (browser === null) return;
    await openApp(stage);
    await turnOnPublishing(stage);
    await Promise.race([waitUntilIdle(stage.databaseUrl, stage.shop), stage.broken]);
    admin = await openAdminWindow(browser, stage.store, phone);
  });
  afterEach(() => {
    if (browser !== null) expect(admin.takeProblems()).toEqual([]);
  });

  test.each(Object.entries(sentences))("is told so on %s", async (path, sentence) => {
    const { frame, page } = admin;
    await admin.openApp(path);
    await frame.getByText(sentence).waitFor();
    expect(await frame.getByText(/NaN|Infinity|undefined|null/).count()).toBe(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test("can have its tiers edited", async () => {
    const { frame, page, saveBar, heading } = admin;
    await admin.openApp("/app/tiers/edit");
    await expectAccessible(page);
    await frame.getByRole("textbox", { name: "Name" }).first().fill("Gold");
    await saveBar.getByRole("button", { name: "Save" }).click();
    await heading("Tiers").waitFor();
    await frame.getByRole("heading", { name: "Gold" }).waitFor();
  });

  if (customers === 0) return;

  test("says why on a customer's page, in counts and not in percentages", async () => {
    const { frame, page, openApp: open } = admin;
    await open("/app/customers");
    await frame.getByRole("row").nth(1).getByRole("link").click();
    await frame.getByText(/beats \d of your \d ranked customers?\./).waitFor();
    await frame.getByText(/^The shop has too little history to expect anything\./).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
