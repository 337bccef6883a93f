import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { readLayoutShift } from "./layout-shift.ts";

/** Shopify wants 0.1 at most in the field; a page that was designed not to move shows nearly nothing here. */
const mostLayoutShift = 0.02;

/** Fails when axe finds anything, in the admin or in the app it embeds. No rule is left out. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target, html }) => `${target.join(" ")} ${html}`);
    return `${id}: ${places.join("\n")}`;
  });
  expect(found).toEqual([]);
}

/** Fails when a document is wider than its window: tables scroll inside their cards. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const excess = await frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess, `pixels that ${frame.name() || "the admin"} is too wide`).toBe(0);
  }
}

/** Fails when something moved under the merchant's eyes while the page was loading. */
export async function expectNothingMoved(page: Page): Promise<void> {
  expect(await readLayoutShift(page), "layout shift").toBeLessThanOrEqual(mostLayoutShift);
}
