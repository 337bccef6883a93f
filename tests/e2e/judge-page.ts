import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

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
