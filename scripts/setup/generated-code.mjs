import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { withExclusiveLock } from "../processes/exclusive-lock.mjs";
import { findProjectNode } from "./project-node.mjs";
import { digestFiles, projectFolder, readStamp, setupLock, writeStamp } from "./stamps.mjs";

const operationsFolder = join("app", "shopify", "operations");

/**
 * @typedef {{ name: string, inputs: () => Promise<string[]>, output: string, command: string[] }} Generator
 * @type {Generator[]}
 */
const generators = [
  {
    name: "database client",
    inputs: () => Promise.resolve(["prisma/schema.prisma", "prisma.config.ts"]),
    output: "app/generated/prisma/client.ts",
    command: ["node_modules/prisma/build/index.js", "generate", "--no-hints"],
  },
  {
    name: "GraphQL operations",
    inputs: async () => ["scripts/graphql/generate.ts", ...(await listFiles(operationsFolder))],
    output: "app/generated/admin/operations.ts",
    command: ["scripts/graphql/generate.ts"],
  },
];

/** Generates the code whose sources changed since it was last generated. */
export async function ensureGeneratedCode() {
  if ((await findStale()).length === 0) return;
  await withExclusiveLock(setupLock, async () => {
    // Another process may have done it while we waited for the lock.
    const stale = await findStale();
    await Promise.all(stale.map(({ generator, digest }) => run(generator, digest)));
  });
}

async function findStale() {
  const checked = await Promise.all(
    generators.map(async (generator) => {
      // A new version of a generator's package may write other code.
      const digest = await digestFiles(["package-lock.json", ...(await generator.inputs())]);
      const isFresh =
        (await readStamp(stampName(generator))) === digest && (await exists(generator.output));
      return isFresh ? null : { generator, digest };
    }),
  );
  return checked.filter((found) => found !== null);
}

/**
 * @param {Generator} generator
 * @param {string} digest
 */
async function run(generator, digest) {
  console.error(`Generating the ${generator.name}.`);
  const { exitCode, output } = await runQuietly(generator.command);
  if (exitCode !== 0) throw new Error(`Generating the ${generator.name} failed:\n${output}`);
  await writeStamp(stampName(generator), digest);
}

/** @param {string[]} command */
function runQuietly(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(findProjectNode(), command, { cwd: projectFolder, stdio: "pipe" });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, output }));
  });
}

/** @param {Generator} generator */
function stampName(generator) {
  return generator.name.toLowerCase().replaceAll(" ", "-");
}

/** @param {string} path */
async function exists(path) {
  return (await stat(join(projectFolder, path)).catch(() => null)) !== null;
}

/** @param {string} folder */
async function listFiles(folder) {
  const entries = await readdir(join(projectFolder, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => path.slice(projectFolder.length))
    .sort();
}
