import { rename, rm, stat, writeFile } from "node:fs/promises";
import { OptionError } from "./read-options.ts";

/** Writes a CSV (RFC 4180 quoting, LF) all or nothing: to a file beside it first, which then takes its name. */
export async function writeCsv(path: string, lines: readonly (readonly string[])[]): Promise<void> {
  if (await isFolder(path))
    throw new OptionError(`--out ${path} is a folder; expected the name of a file`);
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, lines.map(formatLine).join(""));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new OptionError(
      `--out ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function formatLine(fields: readonly string[]): string {
  return `${fields.map(formatField).join(",")}\n`;
}

function formatField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
