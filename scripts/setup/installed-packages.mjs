import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { withExclusiveLock } from "../processes/exclusive-lock.mjs";
import { digestFiles, projectFolder, readStamp, setupLock, writeStamp } from "./stamps.mjs";

// npm's own record of what is in node_modules.
const installedRecord = join("node_modules", ".package-lock.json");

/** Installs the packages if node_modules is missing or is not what package-lock.json says. */
export async function ensurePackages() {
  const digest = await digestFiles(["package-lock.json", installedRecord]);
  if ((await readStamp("packages")) === digest && (await hasProjectNode())) return;
  await withExclusiveLock(setupLock, async () => {
    if (!(await isInstalled())) {
      console.error("Installing the project's packages. The first time this takes about a minute.");
      await runNpm(["ci", "--loglevel=error", "--no-audit", "--no-fund"]);
    }
    await writeStamp("packages", await digestFiles(["package-lock.json", installedRecord]));
  });
}

/** Whether every package of the lock file is there in its version; what else is there does not matter. */
async function isInstalled() {
  const [wanted, installed] = await Promise.all([
    readPackages("package-lock.json"),
    readPackages(installedRecord),
  ]);
  if (wanted === null) throw new Error("package-lock.json is missing or damaged.");
  if (installed === null || !(await hasProjectNode())) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const isProjectItself = path === "";
    const isForAnotherSystem = optional === true && installed[path] === undefined;
    return isProjectItself || isForAnotherSystem || installed[path]?.version === version;
  });
}

/** @param {string} path */
async function readPackages(path) {
  try {
    return JSON.parse(await readFile(join(projectFolder, path), "utf8")).packages;
  } catch {
    return null;
  }
}

async function hasProjectNode() {
  return (await stat(join(projectFolder, "node_modules", "node")).catch(() => null)) !== null;
}

/** @param {string[]} args */
function runNpm(args) {
  // Under `npm run` this is npm's own program; on its own, npm is whatever the shell finds.
  const npm = process.env["npm_execpath"];
  const [program, programArgs] = npm ? [process.execPath, [npm, ...args]] : ["npm", args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArgs, {
      cwd: projectFolder,
      // Its progress goes to our stderr: stdout belongs to the script.
      stdio: ["ignore", 2, 2],
      shell: npm === undefined && process.platform === "win32",
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`npm ${args.join(" ")} failed; its own message is above.`));
    });
  });
}
