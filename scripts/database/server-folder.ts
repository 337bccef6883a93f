import { createHash } from "node:crypto";
import { chown, mkdir, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nobody, runsAsRoot } from "./server-account.ts";

export interface ServerFolder {
  /** PostgreSQL's own data folder. */
  data: string;
  log: string;
  /** The superuser's password: other accounts of this machine reach the port, but not this file. */
  password: string;
  /** One file for each program that uses the server. */
  users: string;
  lock: string;
}

/**
 * Makes the folder that holds one embedded server. As root it is below the system's temporary folder,
 * one for each `folder`, because the server's account cannot enter the project's.
 */
export async function makeServerFolder(folder: string): Promise<ServerFolder> {
  await mkdir(folder, { recursive: true });
  const root = runsAsRoot() ? await makeNobodysFolder(await realpath(folder)) : folder;
  return {
    data: join(root, "data"),
    log: join(root, "server.log"),
    password: join(root, "password"),
    users: join(root, "users"),
    lock: join(folder, "lock"),
  };
}

async function makeNobodysFolder(folder: string): Promise<string> {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const path = join(tmpdir(), `echelon-database-${hash}`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { uid } = await stat(path);
  if (uid !== 0 && uid !== nobody) {
    throw new Error(`${path} belongs to another user, so no data is kept in it. Remove it.`);
  }
  await chown(path, nobody, nobody);
  return path;
}
