// npm run screenshots: the pictures of the README, made again from the sample shop.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "../../tests/e2e/launch-browser.ts";
import { openAdminWindow } from "../../tests/e2e/admin-window.ts";
import { buildApp } from "../build/build-app.ts";
import { ensureDatabase } from "../database/ensure-database.ts";
import { makeEmptyDatabase } from "../database/make-empty-database.ts";
import { waitUntilIdle } from "../demo/idle.ts";
import { openApp, storeHandle, turnOnPublishing } from "../demo/merchant.ts";
import { openStage, type OpenStage } from "../demo/stage.ts";
import { projectFolder } from "../project-folder.ts";
import { placeSomeOrders } from "./place-some-orders.ts";
import { pictureOfFlow } from "./picture-of-flow.ts";
import { pictureOfHome } from "./picture-of-home.ts";

const databaseName = "echelon_screenshots";
const picturesFolder = join(projectFolder, "docs", "screenshots");
/** The sample shop is made of a seed and this date, so the picture changes only when the page does. */
const asOf = "2026-06-30";

await buildApp();
const server = await ensureDatabase();
let stage: OpenStage | null = null;
try {
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  stage = await openStage({
    databaseUrl,
    folder: join(projectFolder, ".echelon", "screenshots"),
    ports: { app: 0, shop: 0 },
    shopArguments: ["--as-of", asOf],
  });
  await openApp(stage);
  await turnOnPublishing(stage);
  await waitUntilIdle(databaseUrl, stage.shop);
  const movedUp = await placeSomeOrders(stage.shopUrl);
  await takePictures(`${stage.shopUrl}/store/${storeHandle(stage)}`, movedUp);
} finally {
  await stage?.close();
  await server.stop();
}

async function takePictures(store: string, movedUp: number): Promise<void> {
  const browser = await launchBrowser();
  if (browser === null) throw new Error("Pictures need a browser, and there is none here.");
  try {
    const admin = await openAdminWindow(browser, store);
    await mkdir(picturesFolder, { recursive: true });
    await pictureOfHome(admin, movedUp, join(picturesFolder, "home.png"));
    const problems = admin.takeProblems();
    if (problems.length > 0) throw new Error(`Home has problems:\n${problems.join("\n")}`);
    await pictureOfFlow(admin, picturesFolder);
    const others = admin.takeProblems();
    if (others.length > 0) throw new Error(`Shopify Flow has problems:\n${others.join("\n")}`);
  } finally {
    await browser.close();
  }
}
