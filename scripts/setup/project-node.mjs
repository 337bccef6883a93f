import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./stamps.mjs";

const neededMajor = 24;

/** Node 24: the one among the packages, or the one that runs this if that is new enough. */
export function findProjectNode() {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const packaged = join(projectFolder, "node_modules", "node", "bin", program);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  throw new Error(
    `Node ${neededMajor} is missing among the packages: its install script did not run. ` +
      "Run npm rebuild node, or run this with Node 24.",
  );
}

/**
 * Becomes the script as far as one process can become another: same streams, signals and exit code.
 *
 * @param {string[]} args
 */
export function runOnProjectNode(args) {
  return new Promise((_, reject) => {
    const child = spawn(findProjectNode(), args, { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        // A terminal's Ctrl-C reaches the script by itself, and a second one would mean "at once".
        const alreadyHasIt = signal === "SIGINT" && process.stdin.isTTY;
        if (!alreadyHasIt) child.kill(signal);
      });
    }
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal === null) process.exit(code);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}
