import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { waitUntilIdle } from "../../scripts/demo/idle.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { openAdminWindow, type AdminWindow } from "./admin-window.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./judge-page.ts";
import { launchBrowser } from "./launch-browser.ts";
import { openTestStage, type TestStage } from "./open-test-stage.ts";

// What staff change in Shopify, and what the merchant changes on the Publishing page: each test goes on where the one
// before it ended.

const widths = [
  { width: 1280, height: 900 },
  { width: 375, height: 812 },
];

let browser: Browser | null;
let stage: TestStage;
let admin: AdminWindow;
let phone: AdminWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser?.close();
});

beforeAll(async () => {
  if (browser === null) return undefined;
  stage = await openTestStage("publishing", 60);
  await openApp(stage);
  await turnOnPublishing(stage);
  await idle();
  return () => stage.close();
});

beforeAll(async () => {
  if (browser === null) return;
  const [wide, narrow] = widths;
  admin = await openAdminWindow(browser, stage.store, wide);
  phone = await openAdminWindow(browser, stage.store, narrow);
});

beforeEach(({ skip }) => {
  if (browser === null) skip("no browser on this machine");
});

afterEach(() => {
  if (browser !== null) expect([...admin.takeProblems(), ...phone.takeProblems()]).toEqual([]);
});

const idle = () => Promise.race([waitUntilIdle(stage.databaseUrl, stage.shop), stage.broken]);
const toast = (words: string) =>
  admin.page.getByRole("status").filter({ hasText: words }).waitFor();

async function expectGoodAtBothWidths(path: string) {
  for (const { page, openApp: open } of [admin, phone]) {
    await open(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/** As staff do, on the customer's page in the admin. Returns whose. */
async function takeTagOffByHand(tag: string): Promise<{ name: string; path: string }> {
  const { page, openShop } = admin;
  await openShop(`/customers?query=tag:${tag}`);
  const customer = page.getByRole("row").nth(1).getByRole("link");
  const name = await customer.innerText();
  const path = `/customers/${(await customer.getAttribute("href"))?.split("/").at(-1) ?? ""}`;
  await customer.click();
  await page.getByLabel("Remove", { exact: true }).fill(tag);
  await page.getByRole("button", { name: "Change tags" }).click();
  await page.getByText("The tags were changed.").waitFor();
  await idle();
  return { name, path };
}

test("a tag that staff take off is shown with what, since when and by whom, and is put back by Repair", async () => {
  const { frame, page, saveBar, openApp: open, openShop } = admin;
  await open("/app/publishing/drift");
  // Polaris draws its own circle above the browser's.
  await frame.getByText("Only show it here").click();
  await saveBar.getByRole("button", { name: "Save" }).click();
  await toast("Done");

  const { name, path } = await takeTagOffByHand("echelon:tier:core");
  await expectGoodAtBothWidths("/app/publishing/drift");
  const row = frame.getByRole("row").filter({ hasText: name });
  expect(await row.innerText()).toMatch(
    /echelon:tier:core\s.*20\d\d.*Staff or another app: Shopify does not say who/s,
  );
  await frame.getByText(/^1 customer differs.* Repairing puts 1 tag on and takes 0 tags/).waitFor();
  await frame.getByRole("button", { name: "Repair all" }).click();
  await toast("Done");
  await frame.getByText("Nobody is known to differ.").waitFor();
  await idle();
  await openShop(path);
  await page.getByText("echelon:tier:core", { exact: true }).waitFor();
});

test("or is left as it is", async () => {
  const { frame, page, openApp: open, openShop } = admin;
  const { path } = await takeTagOffByHand("echelon:tier:core");
  await open("/app/publishing/drift");
  await frame.getByRole("button", { name: "Leave all as they are" }).click();
  await frame.getByText("Left as it is", { exact: true }).waitFor();
  await idle();
  await openShop(path);
  await page.getByText("echelon:tier:core", { exact: true }).waitFor({ state: "detached" });
});

test("a segment that staff rename keeps that name when the merchant adopts it", async () => {
  const { frame, page, openApp: open, openShop } = admin;
  await openShop("/segments");
  const renaming = page.locator("form").filter({ hasText: "New name" });
  await renaming.getByRole("combobox").selectOption({ label: "Echelon tier: Growth" });
  await page.getByLabel("New name").fill("Coming up");
  await page.getByRole("button", { name: "Rename segment" }).click();
  await page.getByText("The segment was renamed.").waitFor();
  await idle();

  await expectGoodAtBothWidths("/app/publishing");
  const renamed = frame.getByText("“Echelon tier: Growth” was renamed to “Coming up” in Shopify.");
  await renamed.waitFor();
  await frame.getByText(/^Noticed .*20\d\d.*By staff or another app/).waitFor();
  await frame.getByRole("button", { name: "Keep the new name" }).click();
  await renamed.waitFor({ state: "detached" });
  await idle();
  await openShop("/segments");
  await page.getByRole("row", { name: /^Coming up/ }).waitFor();
  await open("/app/publishing");
  expect(await renamed.count()).toBe(0);
});

test("another beginning of the tags says what it does before it is saved, and is in the shop after", async () => {
  const { frame, page, saveBar, openApp: open, openShop } = admin;
  await open("/app/publishing");
  const field = frame.getByRole("textbox", { name: "Tags begin with" });
  await field.fill("a,b");
  await frame.getByText(/^Use letters and digits/).waitFor();
  await field.fill("VIP");
  await frame.getByText(/^\d+ customers: \d+ tags to add and then \d+ to take off/).waitFor();
  await frame
    .getByText("8 segments are changed with them, so nobody falls out meanwhile", { exact: false })
    .waitFor();
  await expectAccessible(page);
  await saveBar.getByRole("button", { name: "Save" }).click();
  await toast("Publishing saved");
  await idle();
  await openShop("/customers?query=tag:vip:tier:growth");
  await page.getByText(/^[1-9]\d* customers? found/).waitFor();
  await openShop("/customers?query=tag:echelon:tier:growth");
  await page.getByText("0 customers found").waitFor();
  await expectGoodAtBothWidths("/app/publishing");
  await frame.getByText(/tags that start with “vip:”/).waitFor();
});

test("a discount is given on collections chosen in Shopify's own picker", async () => {
  const { frame, page, saveBar, openApp: open } = admin;
  await open("/app/publishing/discounts/new");
  await frame.getByRole("textbox", { name: "Title" }).fill("Pottery week");
  await frame.getByRole("combobox", { name: "On", exact: true }).selectOption("collections");
  await frame.getByRole("button", { name: "Browse" }).click();
  await page.getByLabel("Ceramics").check();
  await page.getByLabel("Set the table").check();
  await page.getByRole("button", { name: "Select" }).click();
  await frame.getByText(/^10% off 2 collections, for Core customers only/).waitFor();
  await frame.getByRole("button", { name: "Remove Set the table" }).click();
  await frame.getByText(/^10% off 1 collection, for Core customers only/).waitFor();
  await expectAccessible(page);
  await saveBar.getByRole("button", { name: "Save" }).click();
  await toast("Discount saved");
  await frame.getByRole("row", { name: /^Pottery week .*Active/ }).waitFor({ timeout: 60_000 });
});
