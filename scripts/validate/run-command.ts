import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { projectFolder } from "../project-folder.ts";
import type { Step, StepResult } from "./step.ts";

// Several times what the slowest step takes on two cores.
const patienceMs = 10 * 60_000;

/** A step that runs a script on this Node; an exit code other than 0 fails it. */
export function command(script: string, ...args: string[]): Step["run"] {
  return (stopping) => runCommand([script, ...args], {}, stopping);
}

export async function runCommand(
  args: readonly string[],
  environment: Record<string, string>,
  stopping: AbortSignal,
): Promise<StepResult> {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...quietly, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    signal: AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]),
  });
  const ended = new Promise<string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? null : `Exit code ${code ?? "none"}.`));
  });
  const [problem, stdout, stderr] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ]);
  if (problem === null) return { kind: "passed" };
  return { kind: "failed", output: `${stdout}\n${stderr}\n${problem}`.trim() };
}

/** No colours in captured output, and no tool of ours calls home from a check. */
const quietly = {
  NO_COLOR: "1",
  CHECKPOINT_DISABLE: "1",
  SHOPIFY_CLI_NO_ANALYTICS: "1",
  OPT_OUT_INSTRUMENTATION: "1",
};
