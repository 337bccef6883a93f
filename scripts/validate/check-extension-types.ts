import { globSync } from "node:fs";
import { projectFolder } from "../project-folder.ts";
import { runCommand } from "./run-command.ts";
import type { StepResult } from "./step.ts";

const compiler = "node_modules/typescript/bin/tsc";

/** An extension's JSX is Preact's and its globals are its own: each has a configuration of its own. */
export async function checkExtensionTypes(stopping: AbortSignal): Promise<StepResult> {
  const outputs: string[] = [];
  for (const configuration of globSync("extensions/*/tsconfig.json", { cwd: projectFolder })) {
    const result = await runCommand([compiler, "--noEmit", "-p", configuration], {}, stopping);
    if (result.kind === "failed") outputs.push(result.output);
  }
  return outputs.length === 0 ? { kind: "passed" } : { kind: "failed", output: outputs.join("\n") };
}
