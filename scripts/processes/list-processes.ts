import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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

/** Not one read of these waits for a disk, and one that is sent off to wait costs ten times as much. */
function listFromProc(): RunningProcess[] {
  const names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return names.map(readFromProc).filter((one) => one !== null);
}

function readFromProc(id: string): RunningProcess | null {
  const status = readStatus(id);
  // A kernel thread has no VmRSS.
  const parentId = /^PPid:\s+(\d+)/m.exec(status)?.[1];
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  if (parentId === undefined || kibibytes === undefined) return null;
  return { id: Number(id), parentId: Number(parentId), residentBytes: Number(kibibytes) * 1024 };
}

/** Empty when the process ended meanwhile. */
function readStatus(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    return "";
  }
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
