import { rename, rm, stat, writeFile } from "node:fs/promises";
import { OptionError } from "./read-options.ts";

/** Writes a file all or nothing: to one beside it first, which then takes its name. `option` names it in errors. */
export async function writeFileWhole(option: string, path: string, text: string): Promise<void> {
  if (await isFolder(path))
    throw new OptionError(`${option} ${path} is a folder; expected the name of a file`);
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new OptionError(
      `${option} ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
