import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { findFreePort } from "../processes/free-port.ts";
import { projectFolder } from "../project-folder.ts";
import type { Stage } from "./merchant.ts";
import { startProgram, type Program } from "./program.ts";

const credentials = z.object({
  url: z.string(),
  shop: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});

export interface OpenStage extends Stage {
  /** Rejects when one of the programs ends by itself. */
  broken: Promise<never>;
  close(): Promise<void>;
}

export interface StageSettings {
  databaseUrl: string;
  /** Where logs go. */
  folder: string;
  /** Wanted ports; another is taken when one is not free. */
  ports: { app: number; shop: number };
  /** Command line options of the simulated shop. */
  shopArguments: readonly string[];
}

/** Starts the simulated shop, the web process and the worker, and waits until they answer. */
export async function openStage({
  databaseUrl,
  folder,
  ports,
  shopArguments,
}: StageSettings): Promise<OpenStage> {
  const programs: Program[] = [];
  const givenUp = new AbortController();
  const start = (name: string, args: readonly string[], environment: Record<string, string>) => {
    const program = startProgram(
      name,
      args,
      environment,
      join(folder, `${name.replaceAll(" ", "-")}.log`),
    );
    programs.push(program);
    return program;
  };
  const close = async () => {
    for (const program of programs.toReversed()) await program.stop();
  };
  try {
    const appUrl = `http://127.0.0.1:${String(await findFreePort(ports.app))}`;
    const shopProgram = start(
      "simulated shop",
      [
        join(projectFolder, "simulated-shop", "main.ts"),
        ...["--port", String(await findFreePort(ports.shop))],
        ...["--app-url", appUrl, "--app-config", join(projectFolder, "shopify.app.toml")],
        ...["--client-secret", randomBytes(16).toString("hex")],
        ...shopArguments,
      ],
      {},
    );
    const firstLine = await Promise.race([shopProgram.firstLine, shopProgram.ended]);
    const { url: shopUrl, shop, clientId, clientSecret } = credentials.parse(JSON.parse(firstLine));
    const environment = {
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SHOPIFY_API_KEY: clientId,
      SHOPIFY_API_SECRET: clientSecret,
      SHOPIFY_APP_URL: appUrl,
      ECHELON_SIMULATED_SHOP: shopUrl,
    };
    const web = start("web process", [join(projectFolder, "app", "web.ts")], {
      ...environment,
      HOST: "127.0.0.1",
      PORT: new URL(appUrl).port,
    });
    const worker = start("worker", [join(projectFolder, "app", "worker.ts")], environment);
    await Promise.race([waitForAnswer(appUrl, givenUp.signal), web.ended, worker.ended]);
    return {
      shopUrl,
      shop,
      appUrl,
      broken: Promise.race([shopProgram.ended, web.ended, worker.ended]),
      close,
    };
  } catch (error) {
    givenUp.abort();
    await close();
    throw error;
  }
}

async function waitForAnswer(appUrl: string, givenUp: AbortSignal): Promise<void> {
  while (!givenUp.aborted) {
    const answered = await fetch(new URL("/favicon.svg", appUrl)).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (answered) return;
    await wait(100);
  }
}
