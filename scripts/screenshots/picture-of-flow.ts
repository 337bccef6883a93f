import { join } from "node:path";
import type { AdminWindow } from "../../tests/e2e/admin-window.ts";

const width = 1280;

/** What a merchant sees of Shopify Flow in the app: the triggers on the Publishing page, turned on, and the recipes. */
export async function pictureOfFlow(admin: AdminWindow, folder: string): Promise<void> {
  const { frame, page } = admin;
  await page.setViewportSize({ width, height: 2400 });
  await admin.openApp("/app/publishing");
  for (const name of ["Customer tier changed", "Customer at risk", "Tier about to change"])
    await frame.getByRole("checkbox", { name }).check();
  const card = frame
    .locator(".Polaris-ShadowBevel")
    .filter({ has: frame.getByRole("heading", { name: "Shopify Flow" }) });
  await page.mouse.move(0, 0);
  await card.screenshot({ path: join(folder, "flow-triggers.png") });
  await admin.saveBar.getByRole("button", { name: "Discard" }).click();

  await admin.openApp("/app/publishing/flow");
  await frame.getByRole("heading", { name: "Started by Echelon" }).waitFor();
  await page.setViewportSize({ width, height: 1200 });
  await page.screenshot({ path: join(folder, "flow-recipes.png") });
}
