import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../processes/exclusive-lock.mjs";

// Several programs may use one server, a demo and its worker or two test runs. Each leaves a file named by
// its process id, so that the last one out can stop the server, also after others were killed.

/** Returns the mark to hand back to `removeUser`. */
export async function addUser(usersFolder: string): Promise<string> {
  await mkdir(usersFolder, { recursive: true });
  const mark = join(usersFolder, `${process.pid}-${randomUUID()}`);
  await writeFile(mark, "");
  return mark;
}

/** Returns whether nobody uses the server any more. */
export async function removeUser(usersFolder: string, mark: string): Promise<boolean> {
  await rm(mark, { force: true });
  const names = await readdir(usersFolder).catch(() => []);
  const abandoned = names.filter((name) => !isAlive(Number.parseInt(name, 10)));
  await Promise.all(abandoned.map((name) => rm(join(usersFolder, name), { force: true })));
  return names.length === abandoned.length;
}
