// Runs a script of this project on Node 24 after making whatever is missing: packages and generated code.
// Plain JavaScript for Node 20 without dependencies: it is what a newcomer's first command starts.
//
//   node scripts/with-setup.mjs [--packages-only] SCRIPT [ARGUMENTS]
//
// All its own words go to stderr. The second time it costs a few milliseconds.
import { ensureGeneratedCode } from "./setup/generated-code.mjs";
import { ensurePackages } from "./setup/installed-packages.mjs";
import { runOnProjectNode } from "./setup/project-node.mjs";

const args = process.argv.slice(2);
// For scripts that use neither the database nor Shopify's API, such as the offline scoring.
const packagesOnly = args[0] === "--packages-only";
const [script, ...scriptArgs] = packagesOnly ? args.slice(1) : args;

if (script === undefined) {
  console.error("Usage: node scripts/with-setup.mjs [--packages-only] SCRIPT [ARGUMENTS]");
  process.exit(2);
}

try {
  await ensurePackages();
  if (!packagesOnly) await ensureGeneratedCode();
  await runOnProjectNode([script, ...scriptArgs]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
