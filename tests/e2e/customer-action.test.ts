/** The app's action on a customer's page of the admin, with the real app behind it. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connectDatabase, type PrismaClient } from "../../app/persistence/database.ts";
import { openAdminWindow, type AdminWindow } from "./admin-window.ts";
import { launchBrowser } from "./launch-browser.ts";
import { openTestStage, type TestStage } from "./open-test-stage.ts";

let browser: Browser | null;
let stage: TestStage;
let admin: AdminWindow;
let db: PrismaClient;
/** Somebody in the lowest tier. */
let customer: bigint;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser?.close();
});

beforeAll(async () => {
  if (browser === null) return undefined;
  stage = await openTestStage("customer-action", 60);
  db = connectDatabase(stage.databaseUrl);
  admin = await openAdminWindow(browser, stage.store);
  await admin.openApp("/app");
  await admin.frame.getByText("Up to date. Scores stand for Jun 30, 2026.").waitFor();
  const low = await db.standing.findFirstOrThrow({ where: { tier: "base" } });
  customer = low.customerId;
  return async () => {
    await db.$disconnect();
    await stage.close();
  };
});

beforeEach(({ skip }) => {
  if (browser === null) skip("no browser on this machine");
});

afterEach(() => {
  if (browser !== null) expect(admin.takeProblems()).toEqual([]);
});

const dialog = () => admin.page.getByRole("dialog", { name: "Echelon: set tier" });
const action = () => dialog().locator("iframe").contentFrame();

async function openAction(): Promise<void> {
  const { page, openShop } = admin;
  await openShop(`/customers/${String(customer)}`);
  await page.getByText("More actions").press("Enter");
  await page.getByRole("button", { name: "Echelon: set tier" }).press("Enter");
  await action().getByLabel("Tier").waitFor();
}

function tier(): Promise<string | null> {
  return db.standing
    .findFirstOrThrow({ where: { customerId: customer } })
    .then((standing) => standing.tier);
}

test.each([1280, 375])(
  "it fits over the page and has no accessibility violations at %d",
  async (width) => {
    await admin.page.setViewportSize({ width, height: 800 });
    await openAction();
    expect(await admin.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { violations } = await new AxeBuilder({ page: admin.page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(" ")}`),
    ).toEqual([]);
  },
);

test("a tier is chosen with its last day and its reason, by whoever is signed in", async () => {
  await admin.page.setViewportSize({ width: 1280, height: 900 });
  await openAction();
  expect(await action().getByLabel("Tier").inputValue()).toBe("base");
  await action().getByLabel("Tier").selectOption({ label: "Core" });
  await action().getByLabel("Ends on").fill("2026-06-30");
  await action().getByLabel("Reason").fill("A friend of the house");
  await action().getByRole("button", { name: "Set this tier" }).press("Enter");
  await action().getByText("Choose a day after today.").waitFor();
  // The browser says of it what the app answered.
  expect(admin.takeProblems().join()).toContain("HTTP 409");
  await action().getByLabel("Ends on").fill("2026-12-24");
  await action().getByRole("button", { name: "Set this tier" }).press("Enter");
  await action().getByText("The tier is set. Tags and fields follow within a minute.").waitFor();
  expect(await tier()).toBe("core");
  const hold = await db.labelHold.findFirstOrThrow({ where: { customerId: customer } });
  expect(hold).toMatchObject({ kind: "override", reason: "A friend of the house" });
  expect(hold.setBy).toMatch(/^\d+$/);
  await action().getByRole("button", { name: "Close" }).press("Enter");
  await dialog().waitFor({ state: "detached" });
});

test("opened again it says what was chosen, and lets go of it", async () => {
  await openAction();
  await action().getByText("Core was chosen by hand and stays until Dec 24, 2026.").waitFor();
  expect(await action().getByLabel("Ends on").inputValue()).toBe("2026-12-24");
  await action().getByRole("button", { name: "Let the rules decide again" }).press("Enter");
  await action()
    .getByText("The rules decide again. Tags and fields follow within a minute.")
    .waitFor();
  expect(await tier()).toBe("base");
  await dialog().getByRole("button", { name: "Close Echelon: set tier" }).press("Enter");
  await dialog().waitFor({ state: "detached" });
});

test("a customer is scored again", async () => {
  await openAction();
  await action().getByRole("button", { name: "Recalculate now" }).press("Enter");
  await action().getByText("The customer is being scored again.").waitFor();
});
