import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** The command line of a running process; empty when there is none, or it cannot be read. */
export async function readCommandLine(processId: number): Promise<string> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${processId}/cmdline`, "utf8").catch(() => "");
    return text.replaceAll("\0", " ").trim();
  }
  const listed = await promisify(execFile)("ps", ["-o", "command=", "-p", String(processId)]).catch(
    () => ({ stdout: "" }),
  );
  return listed.stdout.trim();
}
