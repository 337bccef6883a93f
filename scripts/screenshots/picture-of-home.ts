import type { AdminWindow } from "../../tests/e2e/admin-window.ts";

const width = 1280;
const marginBelow = 10;

/** Home of a shop that is set up, down to the recent moves, with their customers' names. */
export async function pictureOfHome(admin: AdminWindow, file: string): Promise<void> {
  const { frame, page } = admin;
  await admin.openApp("/app");
  const guide = frame.getByRole("heading", { name: "Set up Echelon" });
  await frame.getByRole("button", { name: "Dismiss guide" }).click();
  await guide.waitFor({ state: "detached" });

  const moves = frame.getByRole("region", { name: "Recent moves" });
  await moves.getByText("Customer #").first().waitFor({ state: "detached" });
  // High enough that nothing scrolls, then cut where the card ends.
  await page.setViewportSize({ width, height: 2000 });
  const box = await moves.boundingBox();
  if (box === null) throw new Error("Home shows no recent moves.");
  await page.setViewportSize({ width, height: Math.ceil(box.y + box.height) + marginBelow });
  // Where Dismiss was is a tile now, and it would be drawn as hovered.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file });
}
