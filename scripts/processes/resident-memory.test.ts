import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { residentBytesOfTrees, startMemorySampler } from "./resident-memory.ts";

test("a tree's memory is that of the root and all its descendants, and of nobody else", () => {
  const processes = [
    { id: 1, parentId: 0, residentBytes: 1 },
    { id: 10, parentId: 1, residentBytes: 10 },
    { id: 11, parentId: 10, residentBytes: 100 },
    { id: 12, parentId: 11, residentBytes: 1000 },
    { id: 20, parentId: 1, residentBytes: 10_000 },
  ];
  expect(residentBytesOfTrees([10], processes)).toBe(1110);
  expect(residentBytesOfTrees([10, 12, 20], processes)).toBe(11_110);
  expect(residentBytesOfTrees([99], processes)).toBe(0);
});

test("the sampler sees what a child process held, also after it let go", async ({ skip }) => {
  if (process.platform === "win32") return skip("processes cannot be listed on this system");
  const sampler = startMemorySampler();
  const script = `
    const held = Buffer.alloc(300e6, 1);
    console.log("held");
    process.stdin.on("data", () => process.exit(held.length > 0 ? 0 : 1));`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const peakMegabytes = await sampler.stop();
  child.stdin.end("go");
  await once(child, "exit");
  expect(peakMegabytes).toBeGreaterThan(300);
});
