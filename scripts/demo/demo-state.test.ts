import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readDemoState } from "./demo-state.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "demo-state-")), "demo");
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Above every system's largest process id. */
const noProcess = 2 ** 22 + 1;

async function runDemo(shopArguments: string[], ends: "by itself" | "killed") {
  const state = await readDemoState(folder, shopArguments, false);
  await state.open();
  if (ends === "by itself") await state.close();
  else
    await writeFile(
      join(folder, "demo.json"),
      JSON.stringify({ shopArguments, processId: noProcess }),
    );
}

test("the first demo begins anew", async () => {
  expect((await readDemoState(folder, [], false)).beginAnew).toBe("there was none before");
});

test("a demo goes on where the last one ended, with its shop", async () => {
  await runDemo(["--customers", "5"], "by itself");
  const next = await readDemoState(folder, [], false);
  expect(next).toMatchObject({ beginAnew: null, shopArguments: ["--customers", "5"] });
});

test("another shop, a kill and --fresh begin anew", async () => {
  await runDemo(["--customers", "5"], "by itself");
  expect((await readDemoState(folder, ["--customers", "6"], false)).beginAnew).toContain(
    "another shop",
  );
  expect((await readDemoState(folder, [], true)).beginAnew).toBe("as asked");
  await runDemo(["--customers", "5"], "killed");
  expect((await readDemoState(folder, [], false)).beginAnew).toBe("the last one was killed");
});

test("a second demo beside one that runs is refused", async () => {
  await (await readDemoState(folder, [], false)).open();
  await expect(readDemoState(folder, [], true)).rejects.toThrow("A demo runs here already");
});
