import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { withExclusiveLock } from "../processes/exclusive-lock.mjs";
import { projectFolder } from "../project-folder.ts";
import { digestFiles, readStamp, setupLock, writeStamp } from "../setup/stamps.mjs";

const stamp = "app-build";
const configuration = ["package-lock.json", "vite.config.ts", "remix.config.js"];

/** Builds the app as for production, unless nothing has changed since the last time. */
export async function buildApp(): Promise<void> {
  const digest = await digestFiles([...configuration, ...(await listFiles("app")), ...(await listFiles("public"))]);
  const isBuilt = async () => (await readStamp(stamp)) === digest && (await exists("build/server/index.js"));
  if (await isBuilt()) return;
  await withExclusiveLock(setupLock, async () => {
    if (await isBuilt()) return;
    console.error("Building the app.");
    await promisify(execFile)(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
      cwd: projectFolder,
      env: { ...process.env, NODE_ENV: "production" },
    });
    await writeStamp(stamp, digest);
  });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length))
    .sort();
}

async function exists(path: string): Promise<boolean> {
  return (await stat(join(projectFolder, path)).catch(() => null)) !== null;
}
