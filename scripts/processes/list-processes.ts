import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";

export interface RunningProcess {
  id: number;
  parentId: number;
  residentBytes: number;
}

/** All processes this user can see; on Windows none, because neither way works there. */
export async function listProcesses(): Promise<RunningProcess[]> {
  switch (process.platform) {
    case "linux":
      return listFromProc();
    case "win32":
      return [];
    default:
      return listFromPs();
  }
}

async function listFromProc(): Promise<RunningProcess[]> {
  const names = await readdir("/proc");
  const found = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readFromProc));
  return found.filter((one) => one !== null);
}

async function readFromProc(id: string): Promise<RunningProcess | null> {
  // Empty when the process ended meanwhile; a kernel thread has no VmRSS.
  const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
  const parentId = /^PPid:\s+(\d+)/m.exec(status)?.[1];
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  if (parentId === undefined || kibibytes === undefined) return null;
  return { id: Number(id), parentId: Number(parentId), residentBytes: Number(kibibytes) * 1024 };
}

async function listFromPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,rss="]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [id = 0, parentId = 0, kibibytes = 0] = line.trim().split(/\s+/).map(Number);
      return { id, parentId, residentBytes: kibibytes * 1024 };
    });
}
