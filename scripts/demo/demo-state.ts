import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { isAlive } from "../processes/exclusive-lock.mjs";
import { OptionError } from "./options.ts";

/** What one demo leaves for the next: in a folder of its own, and in the demo's database. */
export interface DemoState {
  /** Where the simulated shop keeps its world. */
  worldFile: string;
  /** Command line of the simulated shop: this demo's, or the former one's when this one names nothing. */
  shopArguments: readonly string[];
  /** Why nothing of a former demo can be used; null = it goes on where that one ended. */
  beginAnew: string | null;
  /** From here on, until `close`, a start finds that this demo did not end by itself. */
  open(): Promise<void>;
  close(): Promise<void>;
}

const record = z.object({
  shopArguments: z.array(z.string()),
  /** Of the demo under way; null after one that ended by itself. */
  processId: z.int().nullable(),
});

export async function readDemoState(
  folder: string,
  shopArguments: readonly string[],
  fresh: boolean,
): Promise<DemoState> {
  const recordFile = join(folder, "demo.json");
  const former = await readRecord(recordFile);
  const wanted = fresh || shopArguments.length > 0 ? shopArguments : (former?.shopArguments ?? []);
  const write = (processId: number | null) =>
    writeFile(recordFile, JSON.stringify({ shopArguments: wanted, processId }));
  if (former?.processId != null && isAlive(former.processId)) {
    throw new OptionError(
      `A demo runs here already (process ${String(former.processId)}). End it first, or clone into another folder.`,
    );
  }
  const beginAnew = fresh ? "as asked" : whyAnew(former, wanted);
  return {
    worldFile: resolve(folder, "shop.state"),
    shopArguments: wanted,
    beginAnew,
    async open() {
      if (beginAnew !== null) await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await write(process.pid);
    },
    close: () => write(null),
  };
}

/** The shop and the app's database must be of the same moment, or the one would not hold what the other wrote. */
function whyAnew(former: z.infer<typeof record> | null, wanted: readonly string[]): string | null {
  if (former === null) return "there was none before";
  if (former.processId !== null) return "the last one was killed";
  return former.shopArguments.join(" ") === wanted.join(" ")
    ? null
    : "the last one had another shop";
}

async function readRecord(file: string): Promise<z.infer<typeof record> | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const parsed = record.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
