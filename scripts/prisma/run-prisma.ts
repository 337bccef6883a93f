import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { projectFolder } from "../project-folder.ts";

export interface PrismaResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs Prisma's command line on the database at `url`. */
export async function runPrisma(args: readonly string[], url: string): Promise<PrismaResult> {
  const program = join(projectFolder, "node_modules", "prisma", "build", "index.js");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: projectFolder,
    env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [exitCode, stdout, stderr] = await Promise.all([
    new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 1));
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { exitCode, stdout, stderr };
}
