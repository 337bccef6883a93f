import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
export const setupLock = join(projectFolder, ".echelon", "setup.lock");

/**
 * A stamp remembers from which content something was made, so that it is made again only after a change.
 *
 * @param {string} name
 */
export function readStamp(name) {
  return readFile(stampPath(name), "utf8").catch(() => "");
}

/**
 * @param {string} name
 * @param {string} digest
 */
export async function writeStamp(name, digest) {
  const path = stampPath(name);
  await mkdir(dirname(path), { recursive: true });
  // Renamed into place: another process may be reading it.
  await writeFile(`${path}.${process.pid}`, digest);
  await rename(`${path}.${process.pid}`, path);
}

/** @param {string} name */
function stampPath(name) {
  return join(projectFolder, ".echelon", "stamps", name);
}

/**
 * Digest of files' names and contents; a file that is missing counts as such.
 *
 * @param {readonly string[]} paths relative to the project
 */
export async function digestFiles(paths) {
  const contents = await Promise.all(
    paths.map((path) => readFile(join(projectFolder, path)).catch(() => "missing")),
  );
  const hash = createHash("sha256");
  paths.forEach((path, index) => hash.update(`\0${path}\0`).update(contents[index]));
  return hash.digest("hex");
}
