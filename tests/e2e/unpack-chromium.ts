import { execFile } from "node:child_process";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { withExclusiveLock } from "../../scripts/processes/exclusive-lock.mjs";
import { projectFolder } from "../../scripts/project-folder.ts";

export interface UnpackedChromium {
  executable: string;
  /** Environment in which it starts. */
  environment: Record<string, string>;
  /** For example 153.0.8300.1. */
  version: string;
}

const run = promisify(execFile);

/** Unpacks the Chromium for Linux that comes as an npm package; the first time this takes some seconds. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = join(projectFolder, ".echelon", `chromium-${await readPackageVersion()}`);
  await withExclusiveLock(`${folder}.lock`, async () => {
    if (!(await exists(folder))) await unpackInto(folder);
  });
  return findEnvironment(folder);
}

async function readPackageVersion(): Promise<string> {
  const path = findPackageJSON("@sparticuz/chromium", import.meta.url);
  if (path === undefined)
    throw new Error("The package @sparticuz/chromium is missing. Run npm ci.");
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, "utf8"))).version;
}

async function unpackInto(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  // The package unpacks into the system's temporary folder, and adds its libraries only where it believes to
  // be in Amazon's cloud. Both are decided by the environment, which must be this child's own.
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: projectFolder,
    env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
  });
  await writeFile(join(unfinished, "fonts.conf"), fontSettings(folder));
  await rename(unfinished, folder);
}

/** The package's font, which a machine without any still has, and the system's for other scripts. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

/** With the system's own libraries where it has them, else with those of the package. */
async function findEnvironment(folder: string): Promise<UnpackedChromium> {
  const executable = join(folder, "chromium");
  const fonts = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const packagedLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  for (const environment of [fonts, packagedLibraries]) {
    const version = await readVersion(executable, environment);
    if (version !== null) return { executable, environment, version };
  }
  throw new Error(`Chromium does not start. Run ${executable} --version to see what it misses.`);
}

async function readVersion(
  executable: string,
  environment: Record<string, string>,
): Promise<string | null> {
  try {
    const { stdout } = await run(executable, ["--version"], {
      env: { ...process.env, ...environment },
    });
    return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? null;
  } catch {
    return null;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
