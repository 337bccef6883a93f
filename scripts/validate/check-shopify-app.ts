import { rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";
import { measureExtension } from "./extensions/measure-extension.ts";
import { readExtensions } from "./extensions/read-extensions.ts";
import { runCommand } from "./run-command.ts";
import type { StepResult } from "./step.ts";

const cli = "node_modules/@shopify/cli/bin/run.js";

/** Shopify's own command builds the app with every extension, and none is larger than Shopify takes. */
export async function checkShopifyApp(stopping: AbortSignal): Promise<StepResult> {
  const extensions = readExtensions(join(projectFolder, "extensions"));
  // What an earlier build left must not stand for one that this build did not make.
  for (const { folder } of extensions)
    rmSync(join(folder, "dist"), { recursive: true, force: true });
  const built = await runCommand(
    [cli, "app", "build", "--skip-dependencies-installation"],
    {},
    stopping,
  );
  if (built.kind === "failed") return built;

  const figures: string[] = [];
  const tooLarge: string[] = [];
  for (const extension of extensions) {
    for (const { what, bytes, mostBytes } of measureExtension(extension)) {
      const limit = mostBytes === null ? "" : ` of ${mostBytes}`;
      const line = `${extension.handle} (${extension.type}): ${what} ${bytes}${limit} bytes`;
      figures.push(line);
      if (mostBytes !== null && bytes > mostBytes) tooLarge.push(line);
    }
  }
  if (tooLarge.length > 0) {
    return { kind: "failed", output: `Larger than Shopify takes:\n${tooLarge.join("\n")}` };
  }
  return { kind: "passed", figures: figures.join("\n") };
}
