import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createDatabase } from "../database/create-database.ts";
import { urlOfDatabase } from "../database/url-of-database.ts";
import { ensureDatabase } from "../database/ensure-database.ts";
import { resetDatabase } from "../database/reset-database.ts";
import { deployMigrations } from "../prisma/deploy-migrations.ts";
import { startMemorySampler } from "../processes/resident-memory.ts";
import { projectFolder } from "../project-folder.ts";
import { buildApp } from "../build/build-app.ts";
import { readDemoState, type DemoState } from "./demo-state.ts";
import { waitUntilIdle } from "./idle.ts";
import { openApp, storeHandle, turnOnPublishing } from "./merchant.ts";
import { OptionError, readOptions, usage, type DemoOptions } from "./options.ts";
import { ProgramEnded } from "./program.ts";
import { openStage, type OpenStage } from "./stage.ts";
import { StopRequested, stopRequest } from "./stop-request.ts";
import { summarize } from "./summary.ts";

/** A database of the demo's own, so that no other is ever forgotten by --fresh. */
const databaseName = "echelon_demo";
const folder = resolve(projectFolder, process.env.ECHELON_DEMO_FOLDER ?? join(".echelon", "demo"));

try {
  const options = readOptions(process.argv.slice(2));
  if ("kind" in options) console.error(usage);
  else await run(options);
} catch (error) {
  const isExpected = error instanceof OptionError || error instanceof ProgramEnded;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}

async function run(options: DemoOptions): Promise<void> {
  const startedAt = performance.now();
  const memory = startMemorySampler();
  const stopped = stopRequest();
  await buildApp();
  const server = await ensureDatabase();
  let stage: OpenStage | null = null;
  let state: DemoState | null = null;
  try {
    await createDatabase(server.url, databaseName);
    const databaseUrl = urlOfDatabase(server.url, databaseName);
    state = await readDemoState(folder, options.shopArguments, options.fresh);
    if (state.beginAnew !== null) {
      console.error(`Beginning with an empty database: ${state.beginAnew}.`);
      await resetDatabase(databaseUrl);
    }
    await state.open();
    await deployMigrations(databaseUrl);
    stage = await openStage({
      databaseUrl,
      folder,
      ports: { app: 3000, shop: 4000 },
      shopArguments: [...state.shopArguments, "--state", state.worldFile],
    });
    const started = takeFirstSteps(stage, state.beginAnew !== null);
    await Promise.race([started, stage.broken, stopped]);
    if (options.once) {
      await Promise.race([waitUntilIdle(databaseUrl, stage.shop), stage.broken, stopped]);
      if (options.dump !== null) await writeFile(options.dump, await dumpOf(stage));
      const summary = await summarize(stage, databaseUrl);
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      const peakMemoryMb = await memory.stop();
      console.log(JSON.stringify({ ...summary, seconds, peakMemoryMb }));
    } else {
      console.error(welcome(stage));
      await Promise.race([stage.broken, stopped]);
    }
  } catch (error) {
    // A shop that ended by itself has not kept its world.
    if (error instanceof ProgramEnded && error.program === "simulated shop") state = null;
    if (!(error instanceof StopRequested)) throw error;
    console.error("\nStopping.");
  } finally {
    await stage?.close();
    await state?.close();
    await server.stop();
  }
}

/** What the merchant does: opens the app, and the first time turns publishing on. */
async function takeFirstSteps(stage: OpenStage, isNew: boolean): Promise<void> {
  await openApp(stage);
  if (isNew) await turnOnPublishing(stage);
}

function welcome(stage: OpenStage): string {
  const store = `${stage.shopUrl}/store/${storeHandle(stage)}`;
  return `
Echelon runs in a simulated Shopify admin:

  ${store}/apps/echelon

What to try there:
  1. Watch it read the orders and put every customer into a tier and a group.
  2. Place an order as somebody: ${store}/orders
     Their tags change within seconds, on their page in the admin and in the app.
  3. Change a weight under Tiers, save, and see who moves.
  4. Let time pass, and see what the app asked of Shopify: ${store}/inspector

Ctrl-C stops it. The next start goes on where this one ended; "npm run demo -- --fresh" forgets it.
`;
}

async function dumpOf(stage: OpenStage): Promise<string> {
  return (await fetch(`${stage.shopUrl}/dump.csv`)).text();
}
