import type { Locator, Page } from "playwright-core";

const mostPresses = 120;

/** Presses Tab, or Shift+Tab, until the element has the focus: as somebody without a mouse gets there. */
export async function tabTo(
  page: Page,
  element: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press(key);
    if (await element.evaluate(hasFocus)) return;
  }
  throw new Error(`${String(element)} is not reached by ${key}.`);
}

/** Runs in the page. An embedded document has an active element also while the focus is outside it. */
function hasFocus(element: Element): boolean {
  const { ownerDocument } = element;
  return ownerDocument.activeElement === element && ownerDocument.hasFocus();
}
