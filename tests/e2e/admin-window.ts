import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { watchLayoutShift } from "./layout-shift.ts";
import { watchProblems } from "./page-problems.ts";

export interface AdminWindow {
  page: Page;
  /** The app's document inside the admin. */
  frame: FrameLocator;
  /** The bar of a form with unsaved changes. */
  saveBar: Locator;
  /** Empties the list of what went wrong and returns it. */
  takeProblems: () => string[];
  /** Loads a page of the app, such as "/app/customers?tier=core", and waits for its heading. */
  openApp: (path: string) => Promise<void>;
  /** Loads a page of the admin, such as "/orders". */
  openShop: (path: string) => Promise<void>;
  /** Presses an item of the app's menu in the admin. */
  followMenu: (name: string) => Promise<void>;
  heading: (name: string | RegExp) => Locator;
  close: () => Promise<void>;
}

const patienceMs = 15_000;

/** The simulated admin in a window of its own, as a merchant's browser shows it. */
export async function openAdminWindow(
  browser: Browser,
  store: string,
  viewport = { width: 1280, height: 900 },
): Promise<AdminWindow> {
  const context = await browser.newContext({ viewport, acceptDownloads: true });
  context.setDefaultTimeout(patienceMs);
  await watchLayoutShift(context);
  const page = await context.newPage();
  const takeProblems = watchProblems(page);
  const frame = page.frameLocator("#app-frame");
  const heading = (name: string | RegExp) => frame.getByRole("heading", { level: 1, name });
  return {
    page,
    frame,
    saveBar: page.getByRole("region", { name: "Unsaved changes" }),
    takeProblems,
    heading,
    async openApp(path) {
      await page.goto(`${store}/apps/echelon${path}`);
      await heading(/./).waitFor();
      await page.frame("app-iframe")?.waitForFunction(isHydrated);
    },
    async openShop(path) {
      await page.goto(store + path);
    },
    async followMenu(name) {
      const menu = page.getByRole("navigation", { name: "Admin" });
      // The admin has "Customers" of its own, above the app's.
      await menu.getByRole("link", { name, exact: true }).last().click();
      await heading(name).waitFor();
    },
    close: () => context.close(),
  };
}

/** What is pressed or typed before React has taken over the server's page is lost. Runs in the page. */
function isHydrated(): boolean {
  const main = document.querySelector("main");
  return main !== null && Object.keys(main).some((key) => key.startsWith("__reactProps$"));
}
