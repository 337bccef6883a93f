import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitUntilIdle } from "../../scripts/demo/idle.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { onServer } from "../setup/test-databases-on-server.ts";
import { openAdminWindow, type AdminWindow } from "./admin-window.ts";
import { expectAccessible, expectNothingMoved, expectNoSidewaysScroll } from "./judge-page.ts";
import { launchBrowser } from "./launch-browser.ts";
import { openTestStage, type TestStage } from "./open-test-stage.ts";
import { tabTo } from "./tab-to.ts";

// Every page of a shop of ordinary size, with everything published.

const customers = 4_000;

let browser: Browser | null;
let stage: TestStage;
let admin: AdminWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser?.close();
});

beforeAll(async () => {
  if (browser === null) return undefined;
  stage = await openTestStage("embedded-pages", customers);
  return () => stage.close();
});

beforeAll(async () => {
  if (browser === null) return;
  await openApp(stage);
  await turnOnPublishing(stage);
  await Promise.race([waitUntilIdle(stage.databaseUrl, stage.shop), stage.broken]);
});

beforeEach(({ skip }) => {
  if (browser === null) skip("no browser on this machine");
});

describe.each([
  { width: 1280, height: 900 },
  { width: 375, height: 812 },
])("at $width pixels", (viewport) => {
  beforeAll(async () => {
    if (browser === null) return undefined;
    admin = await openAdminWindow(browser, stage.store, viewport);
    return () => admin.close();
  });
  afterEach(() => {
    if (browser !== null) expect(admin.takeProblems()).toEqual([]);
  });

  test.each([
    "/app",
    "/app/customers",
    "/app/customers?group=at-risk",
    "/app/tiers",
    "/app/tiers/edit",
    "/app/tiers/movers",
    "/app/tiers/shadow",
    "/app/groups",
    "/app/groups/all",
    "/app/groups/map",
    "/app/groups/new",
    "/app/groups/shopify",
    "/app/customers?view=soon",
    "/app/movement",
    "/app/movement/soon",
    "/app/movement/runs",
    "/app/movement/runs?kind=recalibration",
    "/app/movement?of=group&period=custom",
    "/app/insights",
    "/app/insights/products",
    "/app/insights/products?of=types",
    "/app/insights/journeys",
    "/app/insights/places?by=channel&of=tier%3Acore",
    "/app/insights/timing?of=group%3Aat-risk",
    "/app/publishing",
    "/app/publishing/discounts/new",
    "/app/publishing/drift",
    "/app/publishing/flow",
    "/app/settings",
    "/app/settings/money",
    "/app/settings/data",
    "/app/settings/privacy",
    "/app/settings/health",
  ])("%s is accessible, fits and stands still", async (path) => {
    await admin.openApp(path);
    await expectNoSidewaysScroll(admin.page);
    await expectAccessible(admin.page);
    await expectNothingMoved(admin.page);
  });

  test("a customer's page is accessible and fits", async () => {
    await admin.openApp("/app/customers");
    await admin.frame.getByRole("row").nth(1).getByRole("link").click();
    await admin.frame.getByRole("heading", { name: "Why Core" }).waitFor();
    await admin.frame.getByText(/in 10 customers like this buy again within 90 days\./).waitFor();
    await admin.frame.getByRole("heading", { name: "Rhythm" }).waitFor();
    await admin.frame.getByText(/^Usually orders every \d+ days\./).waitFor();
    await expectNoSidewaysScroll(admin.page);
    await expectAccessible(admin.page);
  });
});

describe("a merchant", () => {
  beforeEach(async () => {
    if (browser !== null) admin = await openAdminWindow(browser, stage.store);
  });
  afterEach(async () => {
    if (browser === null) return;
    await admin.close();
    expect(admin.takeProblems()).toEqual([]);
  });

  test("finds an open filter, an open table and refused fields accessible", async () => {
    const { frame, page, saveBar, openApp } = admin;
    await openApp("/app/customers?group=at-risk");
    await frame.getByRole("button", { name: "Group is At risk" }).click();
    await frame.getByRole("radio", { name: "Dormant" }).waitFor();
    await expectAccessible(page);

    await openApp("/app");
    await frame.getByText("Show as table").click();
    await frame.getByRole("table", { name: "Customers and net sales by tier" }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await openApp("/app/tiers/edit");
    await frame.getByRole("textbox", { name: "Name" }).first().fill("");
    await frame.getByRole("spinbutton", { name: "Recency" }).fill("-3");
    await saveBar.getByRole("button", { name: "Save" }).click();
    await frame.getByText("Give this tier a name of 1 to 60 letters.").waitFor();
    await expectAccessible(page);
  });

  test("learns how good forecasts are, and finds the tables and parameters accessible", async () => {
    const { frame, page, followMenu } = admin;
    await admin.openApp("/app");
    await followMenu("Insights");
    await frame.getByText(/^Last time, the forecast would have been right for about/).waitFor();
    await frame.getByText("Show as table").click();
    await frame.getByRole("table", { name: /^Customers by chance to buy/ }).waitFor();
    await frame.getByText("For the curious: the models' parameters").click();
    await frame.getByRole("table", { name: /^Model for irregular customers:/ }).waitFor();
    await expectAccessible(page);
  });

  test("has all orders checked against Shopify, and sees what that has found", async () => {
    const { frame, page } = admin;
    await admin.openApp("/app/settings/health");
    await frame.getByRole("button", { name: "Check all now" }).click();
    await frame.getByText("Deleted orders found").waitFor();
    await expectAccessible(page);
  });

  test("chooses whose orders are shown without a mouse, and Back takes it back", async () => {
    const { frame, page } = admin;
    await admin.openApp("/app/insights/places");
    const whose = frame.getByRole("combobox", { name: "Whose orders" });
    await tabTo(page, whose);
    await page.keyboard.press("ArrowDown");
    await frame.getByText(/^Core: \d+% of orders came from/).waitFor();
    await frame.getByRole("columnheader", { name: "Against everyone" }).waitFor();
    await page.goBack();
    await frame.getByText(/^\d+% of orders came from/).waitFor();
    expect(await whose.inputValue()).toBe("everyone");
  });

  test("leaves taxes out, sees what that changes before saving, and why Shopify says more", async () => {
    const { frame, page, saveBar } = admin;
    await admin.openApp("/app/settings/money");
    await frame.getByText(/^\d[\d,]* orders count and come to £[\d,.]+\.$/).waitFor();
    await frame.getByText(/^Echelon £[\d,.]+ · Shopify £[\d,.]+ · difference £0\.00$/).waitFor();
    await frame.getByRole("checkbox", { name: "Taxes" }).uncheck();
    await frame
      .getByText(
        /^The same [\d,]+ orders would come to £[\d,.]+ instead of £[\d,.]+\. Saving scores every customer again\.$/,
      )
      .waitFor();
    await expectAccessible(page);
    await saveBar.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").filter({ hasText: "Money saved" }).waitFor();
    await frame.getByText("Taxes, left out here").waitFor();
    await frame.getByText(/^Sales by rules of your own, in GBP/).waitFor();
    await saveBar.waitFor({ state: "hidden" });
  });

  test("without a mouse draws a map of groups, and sees how many change group", async () => {
    const { frame, page } = admin;
    await admin.openApp("/app/groups/map");
    await tabTo(page, frame.getByRole("gridcell", { name: "Potential" }).first());
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(" ");
    await frame.getByText(/^All 25 squares covered\. [\d,]+ customers change group\.$/).waitFor();
    expect(await frame.getByRole("gridcell", { name: "High value" }).count()).toBe(7);
    await expectAccessible(page);
  });

  test("without a mouse splits a group of the map and merges it again", async () => {
    const { frame, page } = admin;
    await admin.openApp("/app/groups/map");
    await tabTo(page, frame.getByRole("button", { name: "Split by recency" }));
    await page.keyboard.press("Enter");
    await frame.getByRole("gridcell", { name: "High value 2" }).first().waitFor();
    expect(await frame.getByRole("gridcell", { name: "High value 2" }).count()).toBe(2);
    await tabTo(page, frame.getByRole("combobox", { name: "High value 2 takes in" }));
    await page.keyboard.type("High");
    await tabTo(page, frame.getByRole("button", { name: "Merge", exact: true }));
    await page.keyboard.press("Enter");
    await frame.getByRole("radio", { name: "High value", exact: true }).waitFor({
      state: "detached",
    });
    expect(await frame.getByRole("gridcell", { name: "High value 2" }).count()).toBe(6);
  });

  test("without a mouse chooses a period, which acts only once it is applied", async () => {
    const { frame, page } = admin;
    await admin.openApp("/app/movement");
    const period = frame.getByRole("button", { name: "Last 30 days" });
    await tabTo(page, period);
    await page.keyboard.press("Enter");
    await frame.getByLabel("From the end of").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await frame.getByLabel("From the end of").waitFor({ state: "detached" });
    await tabTo(page, period, "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, frame.getByRole("button", { name: "Last 90 days", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page, frame.getByRole("button", { name: "Apply", exact: true }));
    await page.keyboard.press("Enter");
    await frame.getByLabel("From the end of").waitFor({ state: "detached" });
    await frame.getByRole("button", { name: "Last 90 days", exact: true }).waitFor();
    await page.frame("app-iframe")?.waitForURL(/period=90/);
  });

  test("without a mouse freezes one customer, from the list to their page", async () => {
    const { frame, page, heading } = admin;
    await admin.openApp("/app/customers");
    const first = frame.locator("a[data-primary-link]").first();
    await tabTo(page, first);
    const name = await first.innerText();
    await page.keyboard.press("Enter");
    await heading(name).waitFor();
    await tabTo(page, frame.getByRole("button", { name: "Freeze…" }));
    await page.keyboard.press("Enter");
    const question = frame.getByRole("dialog", { name: "Keep 1 customer from being lowered?" });
    await question.waitFor();
    await expectAccessible(page);
    await tabTo(page, question.getByRole("button", { name: "Freeze" }));
    await page.keyboard.press("Enter");
    await frame.getByText("Frozen: not lowered until it is released.").first().waitFor();
  });

  test("without a mouse sets the tier of everybody who matches, and takes it back as one run", async () => {
    const { frame, page, heading } = admin;
    // Numbers that begin so: 100 of 4,000.
    await admin.openApp("/app/customers?q=50000000010");
    await tabTo(page, frame.getByRole("checkbox", { name: /^Select customer/ }).first());
    await page.keyboard.press(" ");
    const all = frame.getByRole("checkbox", { name: /^Select all 50/ }).first();
    await all.waitFor();
    await expectAccessible(page);
    await tabTo(page, all, "Shift+Tab");
    await page.keyboard.press(" ");
    await tabTo(
      page,
      frame.getByRole("button", { name: /^Select all [\d,]+ customers that match$/ }),
    );
    await page.keyboard.press("Enter");
    await tabTo(page, frame.getByRole("button", { name: "Set tier…" }));
    await page.keyboard.press("Enter");
    const question = frame.getByRole("dialog", { name: /^Set the tier of [\d,]+ customers\?$/ });
    await question.waitFor();
    await expectAccessible(page);
    await tabTo(page, question.getByRole("button", { name: "Set tier" }));
    await page.keyboard.press("Enter");
    const run = frame.getByRole("link", { name: "See or undo the run" });
    await run.waitFor({ timeout: 30_000 });
    await tabTo(page, run, "Shift+Tab");
    await page.keyboard.press("Enter");
    await heading("Tier set by hand").waitFor();
    await tabTo(page, frame.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Enter");
    await frame.getByText(/^What was decided by hand, .* ends for [\d,]+ customers\.$/).waitFor();
    await expectAccessible(page);
    const undo = frame.getByRole("dialog", { name: "Undo this run?" });
    await tabTo(page, undo.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Run undone" }).waitFor();
  });

  test("without a mouse edits the tiers and saves", async () => {
    const { frame, page, saveBar, openApp, heading } = admin;
    await openApp("/app/tiers");
    await tabTo(page, frame.getByRole("link", { name: "Edit tiers" }));
    await page.keyboard.press("Enter");
    await heading("Edit tiers").waitFor();
    await tabTo(page, frame.getByRole("textbox", { name: "Name" }).first());
    await page.keyboard.type("Gold");
    await tabTo(page, frame.getByRole("spinbutton", { name: "Recency" }));
    await page.keyboard.type("30");
    await tabTo(page, frame.getByRole("spinbutton", { name: "Frequency" }));
    await page.keyboard.type("20");
    await tabTo(page, saveBar.getByRole("button", { name: "Save" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    const question = frame.getByRole("dialog", { name: "Apply these rules?" });
    await tabTo(page, question.getByRole("button", { name: "Apply" }));
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Tiers saved" }).waitFor();
    await heading("Tiers").waitFor();
    await frame.getByRole("heading", { name: "Gold" }).waitFor();
    await frame.getByText(/^Recency 30%, frequency 20%, spend 50%\./).waitFor();
  });

  test("sees who would move by a draft, comes back to it, and runs it beside the live rules", async () => {
    const { frame, page, openApp, heading } = admin;
    await openApp("/app/tiers/edit");
    await frame.getByRole("spinbutton", { name: /^Top/ }).fill("25");
    const sentence = frame.getByText(/^\d+ of [\d,]+ customers move: \d+ up, 0 down\.$/).last();
    await sentence.waitFor();
    const moved = /^\d+/.exec(await sentence.innerText())?.[0] ?? "";
    await expectAccessible(page);
    await frame.getByRole("button", { name: "See who moves" }).click();
    await heading("Who would move").waitFor();
    await frame.getByText(`${moved} customers would change tier by your draft.`).waitFor();
    await frame.getByRole("combobox", { name: "Show" }).selectOption({ label: "All moves down" });
    await frame.getByText("0 customers make this step by your draft.").waitFor();
    await frame.getByRole("combobox", { name: "Show" }).selectOption({ label: "All moves up" });
    await frame.getByRole("cell", { name: /^↑ / }).first().waitFor();
    await expectAccessible(page);

    await frame.getByRole("link", { name: "Edit tiers" }).click();
    await heading("Edit tiers").waitFor();
    expect(await frame.getByRole("spinbutton", { name: /^Top/ }).inputValue()).toBe("25");
    await openApp("/app/tiers/shadow");
    await frame.getByRole("button", { name: "Run draft beside live rules" }).click();
    await frame.getByText(/^\d+ of [\d,]+ customers would be in another tier: /).waitFor();
    await expectAccessible(page);
    await frame.getByRole("button", { name: "Stop" }).click();
    await frame.getByRole("button", { name: "Run draft beside live rules" }).waitFor();
    await openApp("/app/tiers/edit");
    await frame.getByRole("button", { name: "Discard draft" }).click();
    await frame.getByRole("button", { name: "Discard draft" }).waitFor({ state: "detached" });
  });

  describe("with unsaved changes", () => {
    const leaving = () => admin.page.getByRole("dialog", { name: /unsaved changes/ });

    beforeEach(async () => {
      await admin.openApp("/app/tiers");
      await admin.frame.getByRole("link", { name: "Edit tiers" }).click();
      await admin.heading("Edit tiers").waitFor();
      await admin.frame.getByRole("spinbutton", { name: "Recency" }).fill("45");
      await admin.saveBar.waitFor();
    });

    test.each([
      ["the menu", "Publishing", (to: AdminWindow) => pressMenu(to, "Publishing")],
      [
        "the arrow back",
        "Tiers",
        ({ frame }: AdminWindow) => frame.getByRole("link", { name: "Tiers" }).click(),
      ],
      [
        "the browser's Back",
        "Tiers",
        ({ page }: AdminWindow) => page.goBack().then(() => undefined),
      ],
    ])("is held when leaving by %s, until they agree", async (_way, destination, leave) => {
      const { frame, saveBar, heading } = admin;
      await leave(admin);
      await leaving().getByRole("button", { name: "Stay" }).click();
      await leaving().waitFor({ state: "hidden" });
      await heading("Edit tiers").waitFor();
      expect(await frame.getByRole("spinbutton", { name: "Recency" }).inputValue()).toBe("45");
      await saveBar.waitFor();
      await leave(admin);
      await leaving().getByRole("button", { name: "Leave page" }).click();
      await heading(destination).waitFor();
      await saveBar.waitFor({ state: "hidden" });
    });

    test("is held by the browser when leaving the app, until they agree", async () => {
      const { page, saveBar, heading } = admin;
      const asked = page.waitForEvent("dialog");
      page.once("dialog", (dialog) => dialog.dismiss());
      await pressMenu(admin, "Orders");
      expect((await asked).type()).toBe("beforeunload");
      await heading("Edit tiers").waitFor();
      await saveBar.waitFor();
      page.once("dialog", (dialog) => dialog.accept());
      await pressMenu(admin, "Orders");
      await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
    });

    test("takes them back by Discard", async () => {
      const { frame, saveBar } = admin;
      await saveBar.getByRole("button", { name: "Discard" }).click();
      await saveBar.waitFor({ state: "hidden" });
      expect(await frame.getByRole("spinbutton", { name: "Recency" }).inputValue()).not.toBe("45");
    });
  });

  test.each([
    ["opened", (to: AdminWindow) => to.openApp("/app/customers")],
    ["reached by the menu", (to: AdminWindow) => pressMenu(to, "Customers")],
  ])("sees an error and a way out when a page that is %s cannot be read", async (_how, reach) => {
    const { frame, heading, page, takeProblems } = admin;
    await admin.openApp("/app/tiers/edit");
    await withBrokenDatabase(async () => {
      await reach(admin);
      await heading("This page could not load").waitFor();
      await expectAccessible(page);
      await frame.getByRole("button", { name: "Try again" }).click();
      await frame.getByRole("button", { name: "Try again", disabled: false }).waitFor();
      await heading("This page could not load").waitFor();
    });
    await frame.getByRole("button", { name: "Try again" }).click();
    await heading("Customers").waitFor();
    await frame.getByText(/^Showing 50 of [\d,]+ customers$/).waitFor();
    expect(takeProblems().length).toBeGreaterThan(0);
  });
});

function pressMenu({ page }: AdminWindow, name: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: "Admin" });
  return menu.getByRole("link", { name, exact: true }).last().click();
}

/** A table is out of reach while `work` is done, as when a migration went wrong. */
async function withBrokenDatabase(work: () => Promise<void>): Promise<void> {
  const { databaseUrl } = stage;
  await onServer(databaseUrl, (db) => db.query("ALTER TABLE standing RENAME TO standing_away"));
  try {
    await work();
  } finally {
    await onServer(databaseUrl, (db) => db.query("ALTER TABLE standing_away RENAME TO standing"));
  }
}
