import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";
import type { StepResult } from "./step.ts";

/**
 * The lock file names no host, so that `npm ci` takes the packages from whichever registry npm is set to. An
 * address gets into it when npm runs without the project's .npmrc.
 */
export async function checkLockFile(): Promise<StepResult> {
  const text = await readFile(join(projectFolder, "package-lock.json"), "utf8");
  const addresses = [...text.matchAll(/"resolved": "(.+?)"/g)].map(([, address]) => address);
  if (addresses.length === 0) return { kind: "passed" };
  return {
    kind: "failed",
    output:
      `package-lock.json names ${addresses.length} addresses, the first is ${addresses[0]}.\n` +
      "Remove the lines with npm install --package-lock-only, run in the project's folder.",
  };
}
