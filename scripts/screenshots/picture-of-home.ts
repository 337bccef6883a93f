import type { AdminWindow } from "../../tests/e2e/admin-window.ts";

const width = 1280;
const marginBelow = 10;
const mostLooks = 30;

/** Home of a shop that is set up and whose last orders moved `movedUp` customers, down to the recent moves. */
export async function pictureOfHome(
  admin: AdminWindow,
  movedUp: number,
  file: string,
): Promise<void> {
  const { frame, page } = admin;
  await admin.openApp("/app");
  const guide = frame.getByRole("heading", { name: "Set up Echelon" });
  await frame.getByRole("button", { name: "Dismiss guide" }).click();
  await guide.waitFor({ state: "detached" });
  await openOnceAllMoved(admin, movedUp);

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

/** The webhooks of the last orders may still be on their way. */
async function openOnceAllMoved({ frame, openApp }: AdminWindow, movedUp: number): Promise<void> {
  const all = frame.getByText(`${movedUp} customers moved up`);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await openApp("/app");
    if ((await all.count()) > 0) return;
  }
  throw new Error(`Home does not show that ${movedUp} customers moved up.`);
}
