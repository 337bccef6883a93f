// Plain JavaScript: scripts/with-setup.mjs uses it before Node 24 and any dependency is there.
import { readFileSync } from "node:fs";
import { link, mkdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const pollMs = 50;
const heartbeatMs = 2_000;
// Ten missed heartbeats: a pid alone is not enough, it may belong to another process after a restart.
const abandonedAfterMs = 20_000;

/**
 * Runs `work` while no other process holds the same lock file. A lock whose holder died is taken over.
 *
 * @template T
 * @param {string} path the lock file; its folder is made
 * @param {() => Promise<T>} work must not block the event loop for long, or the lock looks abandoned
 * @returns {Promise<T>}
 */
export async function withExclusiveLock(path, work) {
  await mkdir(dirname(path), { recursive: true });
  while (!(await tryToTake(path))) await delay(pollMs);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  }
}

/** @param {string} path */
async function tryToTake(path) {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (await isAbandoned(path)) await removeAbandoned(path);
  return false;
}

/** @param {string} path */
async function isAbandoned(path) {
  const holder = await stat(path).catch(() => null);
  if (holder === null) return false;
  const ageMs = Date.now() - holder.mtimeMs;
  if (ageMs > abandonedAfterMs) return true;
  const pid = readPid(path);
  // Empty for the instant between a lock's creation and its first byte.
  return pid !== null && !isAlive(pid);
}

/**
 * Two waiters may both see the same abandoned lock: the slower one would remove the faster one's new lock.
 * Whoever finds that it has moved a living holder's file puts it back.
 *
 * @param {string} path
 */
async function removeAbandoned(path) {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (!(await isAbandoned(aside))) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

/** @param {string} path */
function readPid(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Also true for another user's process.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
