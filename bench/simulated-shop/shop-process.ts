import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { projectFolder } from "../../scripts/project-folder.ts";

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

const identitySchema = z.object({
  url: z.string(),
  shop: z.string(),
  accessToken: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});
/** What the shop says of itself when it has started. */
export type ShopIdentity = z.infer<typeof identitySchema>;
const answerSchema = z.object({ data: z.unknown(), errors: z.unknown().optional() });

/** A simulated shop in a process of its own, as anybody starts it. */
export type ShopProcess = {
  readonly identity: ShopIdentity;
  readonly pid: number;
  readonly startSeconds: number;
  readonly startCpuSeconds: number;
  /** Processor time used so far, all threads: on a busy machine the fairer figure. */
  cpuSeconds(): Promise<number>;
  ask(query: string, variables: object): Promise<unknown>;
  stop(): Promise<void>;
};

export async function startShopProcess(args: readonly string[]): Promise<ShopProcess> {
  const startedAt = performance.now();
  const main = join(projectFolder, "simulated-shop", "main.ts");
  const child = spawn(process.execPath, [main, "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const startSeconds = Math.round(performance.now() - startedAt) / 1000;
  const identity = identitySchema.parse(JSON.parse(line));
  const { url, accessToken } = identity;
  const pid = child.pid ?? 0;
  return {
    identity,
    pid,
    startSeconds,
    startCpuSeconds: await cpuSecondsOf(pid),
    cpuSeconds: () => cpuSecondsOf(pid),
    async ask(query, variables) {
      const response = await fetch(`${url}/admin/api/2026-07/graphql.json`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-shopify-access-token": accessToken },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = answerSchema.parse(await response.json());
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
