import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withExclusiveLock } from "./exclusive-lock.mjs";

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "echelon-lock-test-"));
  lock = join(folder, "below", "lock");
});
afterEach(() => rm(folder, { recursive: true }));

async function findDeadProcessId(): Promise<number> {
  const child = spawn(process.execPath, ["--eval", "0"]);
  await once(child, "exit");
  return child.pid ?? 0;
}

test("two that want the lock work one after the other, and leave nothing behind", async () => {
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise(setImmediate);
    log.push(`${name} ends`);
  };
  await Promise.all([
    withExclusiveLock(lock, work("first")),
    withExclusiveLock(lock, work("second")),
  ]);
  expect(log[1]).toBe(log[0]?.replace("begins", "ends"));
  expect(log).toHaveLength(4);
  expect(await readdir(join(folder, "below"))).toEqual([]);
});

test("a failure frees the lock and is passed on", async () => {
  const failing = () => Promise.reject(new Error("on purpose"));
  await expect(withExclusiveLock(lock, failing)).rejects.toThrow("on purpose");
  expect(await withExclusiveLock(lock, () => Promise.resolve("free"))).toBe("free");
});

test("the lock of a process that died is taken over", async () => {
  await withExclusiveLock(lock, () => Promise.resolve());
  await writeFile(lock, String(await findDeadProcessId()));
  expect(await withExclusiveLock(lock, () => Promise.resolve("taken"))).toBe("taken");
});

test("a lock without a sign of life is taken over though its process id is another's by now", async () => {
  await withExclusiveLock(lock, () => Promise.resolve());
  await writeFile(lock, String(process.pid));
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  expect(await withExclusiveLock(lock, () => Promise.resolve("taken"))).toBe("taken");
});
