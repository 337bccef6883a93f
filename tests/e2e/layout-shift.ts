import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";

/** From now on every document of the context sums up what moves without having been touched. */
export async function watchLayoutShift(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, { layoutShift: 0 });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as Record<string, unknown>;
        if (typeof value !== "number" || hadRecentInput === true) continue;
        Object.assign(window, { layoutShift: Number(Reflect.get(window, "layoutShift")) + value });
      }
    });
    observer.observe({ type: "layout-shift", buffered: true });
  });
}

/** How much the app's page has moved since it was loaded: the web vital CLS. */
export async function readLayoutShift(page: Page): Promise<number> {
  return z.number().parse(await page.frame("app-iframe")?.evaluate<unknown>("window.layoutShift"));
}
