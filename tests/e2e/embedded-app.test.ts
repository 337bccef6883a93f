import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openAdminWindow, type AdminWindow } from "./admin-window.ts";
import { launchBrowser } from "./launch-browser.ts";
import { openTestStage, type TestStage } from "./open-test-stage.ts";

// One merchant's first hour, in order: each test goes on where the one before it ended.

const customers = 1_000;
/** How soon an order must show, with a browser and four programs on two cores. */
const withinSeconds = { timeout: 10_000 };

let browser: Browser | null;
let stage: TestStage;
let admin: AdminWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser?.close();
});

beforeAll(async () => {
  if (browser === null) return undefined;
  stage = await openTestStage("embedded-app", customers);
  return () => stage.close();
});

beforeAll(async () => {
  if (browser !== null) admin = await openAdminWindow(browser, stage.store);
});

beforeEach(({ skip }) => {
  if (browser === null) skip("no browser on this machine");
});

afterEach(() => {
  if (browser !== null) expect(admin.takeProblems()).toEqual([]);
});

test("a fresh install reads the orders, shows how far it is, and becomes a dashboard", async () => {
  const { frame, openApp } = admin;
  await openApp("/app");
  await frame
    .getByRole("heading", { name: /^(Asking Shopify for your orders|Reading orders|Working out)/ })
    .waitFor();
  await frame.getByText("You can leave this page.").waitFor();

  await frame.getByText("Up to date. Scores stand for Jun 30, 2026.").waitFor();
  await frame.getByText("1 of 4 done").waitFor();
  await frame.getByRole("link", { name: /^Core customers \d/ }).waitFor();
  await frame.getByText(/^Core: 20% of customers bring \d+% of sales, last 365 days\.$/).waitFor();
  for (const group of ["High value", "Potential", "New", "At risk", "Dormant"])
    await frame.getByRole("row", { name: new RegExp(`^${group} \\d`) }).waitFor();
});

describe("the list of customers", () => {
  const rows = () => admin.frame.getByRole("row");
  const shown = (sentence: RegExp) => admin.frame.getByText(sentence).waitFor();
  /** Texts of the first row's cells: its box, customer, tier, group, next change, spent, orders, last order. */
  const firstRow = () => rows().nth(1).getByRole("cell").allInnerTexts();

  beforeEach(async () => {
    await admin.openApp("/app/customers");
    await shown(/^Showing 50 of \d+ customers$/);
  });

  test("is filtered by tier and by group, and the address says so", async () => {
    const { frame, page } = admin;
    await frame.getByRole("tab", { name: "Growth" }).click();
    await shown(/^Showing 50 of \d+ that match, \d+ customers in all$/);
    await frame.getByRole("button", { name: "Search and filter results" }).click();
    await frame.getByRole("button", { name: "Group" }).click();
    // Polaris draws its own circle above the browser's.
    await frame.getByRole("radio", { name: "At risk" }).click({ force: true });
    await page.waitForURL(/tier=growth.*group=at-risk/);
    await frame.getByRole("button", { name: "Group is At risk" }).waitFor();
    await expect.poll(firstRow).toEqual(expect.arrayContaining(["Growth", "At risk"]));
    await page.goBack();
    await frame.getByRole("button", { name: "Group is At risk" }).waitFor({ state: "detached" });
    await frame.getByRole("button", { name: "Clear all" }).click();
    await shown(/^Showing 50 of \d+ customers$/);
  });

  test("is narrowed by rhythm and by trait, behind what is asked for most", async () => {
    const { frame, page } = admin;
    await frame.getByRole("button", { name: "Search and filter results" }).click();
    await frame.getByRole("button", { name: "Add filter" }).click();
    await frame.getByRole("menuitem", { name: "Rhythm" }).click();
    await frame.getByRole("radio", { name: "Probably lost" }).click({ force: true });
    await page.waitForURL(/risk=lost/);
    await frame.getByRole("button", { name: "Rhythm is Probably lost" }).waitFor();
    await shown(/that match, \d+ customers in all$/);

    await admin.openApp("/app/customers?trait=bundle-buyer");
    await frame.getByRole("button", { name: "Trait is Bundle buyer" }).waitFor();
    await frame.getByRole("button", { name: "Clear all" }).first().click();
    await shown(/^Showing 50 of \d+ customers$/);
  });

  test("is searched by number and by name", async () => {
    const { frame } = admin;
    const first = rows().nth(1).getByRole("link");
    const number = (await first.getAttribute("href"))?.split("/").at(-1) ?? "";
    await expect.poll(() => first.innerText()).not.toContain("#");
    const name = await first.innerText();

    await frame.getByRole("button", { name: "Search and filter results" }).click();
    const search = frame.getByPlaceholder("Search by customer number, name or e-mail");
    await search.fill(number);
    await shown(/^Showing 1 of 1 that match/);
    await search.fill(name);
    await expect.poll(() => rows().getByRole("link").allInnerTexts()).toContain(name);
    await search.fill("nobody of this name");
    await frame.getByRole("heading", { name: "No customers match these filters" }).waitFor();
    await frame.getByRole("button", { name: "Clear all" }).last().click();
    await shown(/^Showing 50 of \d+ customers$/);
  });

  test("is sorted by what is pressed, and paged forth and back", async () => {
    const { frame, page } = admin;
    await frame.getByRole("button", { name: "Spent, 365 days" }).click();
    await page.waitForURL(/sort=spent/);
    const spent = async () =>
      (await frame.getByRole("cell", { name: /^£/ }).allInnerTexts()).map(toPounds);
    await expect.poll(async () => isDescending(await spent())).toBe(true);
    const [richest = 0] = await spent();
    const leastOfFirst = (await spent()).at(-1);

    await frame.getByRole("button", { name: "Next", exact: true }).click();
    await expect.poll(async () => (await spent())[0]).toBeLessThan(richest);
    expect((await spent())[0]).toBeLessThanOrEqual(leastOfFirst ?? 0);
    await frame.getByRole("button", { name: "Previous" }).click();
    await expect.poll(async () => (await spent())[0]).toBe(richest);
  });

  test("is exported whole, as it is filtered", async () => {
    const { frame, page, openApp } = admin;
    await openApp("/app/customers?tier=core");
    const [, name = "", tier, group, , spent = ""] = await firstRow();
    const shown = frame.getByText(/of \d+ that match/);
    const matching = /of (\d+) that match/.exec(await shown.innerText());
    const download = page.waitForEvent("download");
    await frame.getByRole("button", { name: "Export" }).click();
    const file = await (await download).path();
    await page.getByRole("status").filter({ hasText: "Export ready" }).waitFor();

    const { data } = papaparse.parse<Record<string, string>>(await readFile(file, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(Number(matching?.[1]));
    expect(new Set(data.map((row) => row["tier"]))).toEqual(new Set(["Core"]));
    expect(data[0]).toMatchObject({ tier, group });
    expect(Number(data[0]?.["window_spend"])).toBe(toPounds(spent));
    expect(JSON.stringify(data)).not.toContain(name);
  });
});

test("a customer's page says why, what comes next, and which orders count", async () => {
  const { frame, page, openApp, heading } = admin;
  await openApp("/app/customers");
  const first = frame.getByRole("row").nth(1).getByRole("link");
  await expect.poll(() => first.innerText()).not.toContain("#");
  const name = await first.innerText();
  await first.click();
  await heading(name).waitFor();
  await frame.getByRole("heading", { name: "Why Core" }).waitFor();
  await frame.getByText(/^Core, because a value of \d+\.\d\d beats \d+% of your/).waitFor();
  await frame.getByRole("row", { name: /^Spend: net, last 365 days £[\d,.]+ 5 of 5/ }).waitFor();
  await frame.getByText(/^\d+ of \d+ orders count\.$/).waitFor();
  await frame.getByText("Counted", { exact: true }).first().waitFor();
  await frame.getByText("Entered Core").waitFor();
  await page.reload();
  await heading(name).waitFor();
  await frame.getByRole("link", { name: "Customers" }).click();
  await heading("Customers").waitFor();
});

test("an order that does not count says why not", async () => {
  const { frame, page, openApp, openShop } = admin;
  await openShop("/customers");
  const customer = page.getByRole("row").nth(1).getByRole("link");
  const id = (await customer.getAttribute("href"))?.split("/").at(-1) ?? "";
  await customer.click();
  await page.getByRole("checkbox", { name: "Test order" }).check();
  await page.getByRole("textbox", { name: "Amount" }).fill("12");
  await page.getByRole("button", { name: "Place order" }).click();
  const placed = await page.getByText(/Order #\d+ was placed\./).innerText();
  await expect
    .poll(async () => {
      await openApp(`/app/customers/${id}`);
      const order = frame.getByRole("listitem").filter({ hasText: /#\d+/.exec(placed)?.[0] ?? "" });
      return order.filter({ hasText: "Not counted: test order" }).count();
    }, withinSeconds)
    .toBe(1);
});

test("a changed weight is saved by the save bar, applied, and shows who moved", async () => {
  const { frame, page, saveBar, openApp, followMenu, heading } = admin;
  await openApp("/app");
  await followMenu("Tiers");
  await frame.getByRole("link", { name: "Edit tiers" }).click();
  await heading("Edit tiers").waitFor();
  await frame.getByRole("spinbutton", { name: "Recency" }).fill("50");
  await saveBar.getByRole("button", { name: "Save" }).click();
  await frame.getByText("The weights must be 100% together.").waitFor();
  await frame
    .locator(":focus")
    .and(frame.getByRole("spinbutton", { name: "Recency" }))
    .waitFor();

  await frame.getByRole("spinbutton", { name: "Spend", exact: false }).first().fill("20");
  const sentence = frame.getByText(/^\d+ of [\d,]+ customers move: \d+ up, \d+ down\.$/).last();
  await sentence.waitFor();
  const previewed = /: (\d+ up, \d+ down)/.exec(await sentence.innerText())?.[1] ?? "";
  await saveBar.getByRole("button", { name: "Save" }).click();
  await frame.getByRole("dialog").getByText(previewed, { exact: false }).waitFor();
  await frame.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("status").filter({ hasText: "Tiers saved" }).waitFor();
  await heading("Tiers").waitFor();
  await saveBar.waitFor({ state: "hidden" });
  await frame
    .getByText(new RegExp(`^\\d+ customers changed tier after the change of .+: ${previewed}\\.$`))
    .waitFor();
  await frame.getByText(/^Recency 50%, frequency 30%, spend 20%\./).waitFor();
  await frame.getByRole("row", { name: /^Base .*↑ \d+/ }).waitFor();
});

describe("publishing", () => {
  test("is off until the merchant turns it on, and then tags every ranked customer", async () => {
    const { frame, page, saveBar, openApp, openShop, followMenu } = admin;
    await openShop("/customers?query=tag:echelon:tier:core");
    await page.getByText("0 customers found").waitFor();
    await openShop("/segments");
    await page.getByText("No segments yet.").waitFor();

    await openApp("/app");
    await followMenu("Publishing");
    await frame.getByText(/^Nothing is written to Shopify\./).waitFor();
    for (const name of ["Tags", "Customer fields", "Segments", "Discounts"]) {
      const box = frame.getByRole("checkbox", { name });
      expect(await box.isChecked()).toBe(false);
      await box.check();
    }
    await saveBar.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").filter({ hasText: "Publishing saved" }).waitFor();
    await frame
      .getByText(/^In step: everything switched on is in Shopify/)
      .waitFor({ timeout: 60_000 });
    await frame.getByText("8 of 8 in Shopify").waitFor();

    await frame.getByRole("link", { name: "Create discount" }).click();
    await frame
      .getByText(/^10% off the whole order, for Core customers only, from .+ on\.$/)
      .waitFor();
    await frame.getByRole("textbox", { name: "Title" }).fill("Core: 10% off");
    await saveBar.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").filter({ hasText: "Discount saved" }).waitFor();
    await frame.getByRole("row", { name: /^Core: 10% off .*Active/ }).waitFor({ timeout: 60_000 });

    await openShop("/segments");
    await page.getByRole("row", { name: /Echelon tier: Core/ }).waitFor();
    await openShop("/discounts");
    await page.getByRole("row", { name: /Core: 10% off/ }).waitFor();
  });

  test("moves a customer within seconds of an order, in the app and in the shop", async () => {
    const { frame, page, openApp, openShop, heading } = admin;
    await openShop("/customers?query=tag:echelon:tier:base");
    const customer = page.getByRole("row").nth(1).getByRole("link");
    const name = await customer.innerText();
    const id = (await customer.getAttribute("href"))?.split("/").at(-1) ?? "";
    await customer.click();
    await page.getByText("echelon:tier:base").waitFor();
    await page.getByRole("textbox", { name: "Amount" }).fill("5000");
    await page.getByRole("button", { name: "Place order" }).click();
    await page.getByText(/Order #\d+ was placed\./).waitFor();

    const tag = page.getByText(/^echelon:tier:(core|growth)$/);
    await tag.waitFor(withinSeconds);
    await page.getByText("echelon:tier:base").waitFor({ state: "detached", ...withinSeconds });
    const tier = (await tag.innerText()).endsWith("core") ? "Core" : "Growth";

    await openApp(`/app/customers/${id}`);
    await heading(name).waitFor();
    await frame.getByRole("heading", { name: `Why ${tier}` }).waitFor();
    await frame.getByText(`Base to ${tier}`).first().waitFor();
    await frame.getByText("After an order").first().waitFor();
    await frame.getByText("£5,000.00").first().waitFor();
    await openApp("/app");
    await frame.getByText(/^Up to date\..* Last order event: /).waitFor();
    await frame.getByRole("listitem").filter({ hasText: name }).first().waitFor();
  });
});

function toPounds(text: string): number {
  return Number(text.replace(/[£,]/g, ""));
}

function isDescending(numbers: readonly number[]): boolean {
  return numbers.every((each, index) => index === 0 || each <= (numbers[index - 1] ?? 0));
}
