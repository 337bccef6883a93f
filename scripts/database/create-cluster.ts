import { randomBytes } from "node:crypto";
import { execFile } from "node:child_process";
import { chown, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { serverAccount } from "./server-account.ts";
import type { ServerFolder } from "./server-folder.ts";
import type { ServerPrograms } from "./server-programs.ts";

export const superuser = "echelon";

/** Makes PostgreSQL's data folder if it is not there. Returns the superuser's password. */
export async function createCluster(
  programs: ServerPrograms,
  folder: ServerFolder,
): Promise<string> {
  if (await exists(join(folder.data, "PG_VERSION"))) return readFile(folder.password, "utf8");

  const password = randomBytes(24).toString("base64url");
  const account = serverAccount();
  await writeFile(folder.password, password, { mode: 0o600 });
  if (account.uid !== undefined)
    await chown(folder.password, account.uid, account.gid ?? account.uid);

  // Made aside and moved into place: an interrupted start leaves no half-made data folder.
  const unfinished = `${folder.data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(folder.data, { recursive: true, force: true });
  await initialize(programs, unfinished, folder.password);
  await rename(unfinished, folder.data);
  return password;
}

async function initialize(programs: ServerPrograms, data: string, passwordFile: string) {
  const options = [
    ...["-D", data, "-U", superuser, "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    // The built-in C.UTF-8 sorts and lower-cases alike on every system, whatever locales it has.
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ];
  try {
    await promisify(execFile)(programs.initdb, options, { ...serverAccount(), cwd: "/" });
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its data folder ${data}: ${String(cause)}`, {
      cause,
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
