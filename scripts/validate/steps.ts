import { checkDemo } from "./check-demo.ts";
import { checkExtensionTypes } from "./check-extension-types.ts";
import { checkLockFile } from "./check-lock-file.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkShopifyApp } from "./check-shopify-app.ts";
import { command } from "./run-command.ts";
import type { Step } from "./step.ts";

/** What must hold besides the tests, the quick ones first. */
export const steps: readonly Step[] = [
  { name: "lock-file", run: checkLockFile },
  { name: "format", run: command("node_modules/prettier/bin/prettier.cjs", "--check", ".") },
  { name: "types", run: command("node_modules/typescript/bin/tsc", "--noEmit", "-p", ".") },
  { name: "extension-types", run: checkExtensionTypes },
  { name: "lint", run: command("node_modules/eslint/bin/eslint.js", "--max-warnings=0", ".") },
  { name: "unused", run: command("node_modules/knip/bin/knip.js") },
  // Against the packaged Admin schemas of 2026-07 and 2026-10.
  { name: "graphql", run: command("scripts/graphql/check-documents.ts") },
  { name: "migrations", run: checkMigrations },
  { name: "shopify-app", run: checkShopifyApp },
  // The build prints what it finds wrong in Liquid, and passes.
  {
    name: "theme-blocks",
    run: command(
      ...["node_modules/@shopify/cli/bin/run.js", "theme", "check"],
      ...["--path", "extensions/theme-blocks", "--config", "theme-check:theme-app-extension"],
      ...["--fail-level", "suggestion"],
    ),
  },
  { name: "demo", run: checkDemo },
];
