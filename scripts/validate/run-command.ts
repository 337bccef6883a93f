import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { projectFolder } from "../project-folder.ts";
import type { Step } from "./step.ts";

/** A step that runs a script on this Node; an exit code other than 0 fails it. */
export function command(script: string, ...args: string[]): Step["run"] {
  return async () => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...quietly },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [exitCode, stdout, stderr] = await Promise.all([
      new Promise<number>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => resolve(code ?? 1));
      }),
      text(child.stdout),
      text(child.stderr),
    ]);
    if (exitCode === 0) return { kind: "passed" };
    return { kind: "failed", output: `${stdout}\n${stderr}`.trim() || `exit code ${exitCode}` };
  };
}

/** No colours in captured output, and no tool of ours calls home from a check. */
const quietly = {
  NO_COLOR: "1",
  CHECKPOINT_DISABLE: "1",
  SHOPIFY_CLI_NO_ANALYTICS: "1",
  OPT_OUT_INSTRUMENTATION: "1",
};
