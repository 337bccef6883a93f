import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { projectFolder } from "../project-folder.ts";

/** One of the demo's processes. What it prints goes to a log file. */
export interface Program {
  name: string;
  processId: number;
  /** Rejects when the program ends before `stop` was called, with the last lines it printed. */
  ended: Promise<never>;
  /** The first line on its standard output. */
  firstLine: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Node gives objects so much room on a large machine that four programs would need a gigabyte more; the simulated shop
 * alone holds the sample export in 200 MB instead of 340.
 */
const nodeOptions = [
  "--max-semi-space-size=8",
  "--optimize-for-size",
  "--import",
  new URL("./end-with-parent.ts", import.meta.url).href,
];
const linesRemembered = 12;
const patienceMs = 10_000;

export function startProgram(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  logFile: string,
): Program {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [...nodeOptions, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
    // Its own group: Ctrl-C reaches the demo alone, which then stops its programs in order.
    detached: true,
  });
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    createInterface(stream).on("line", (line) => {
      lastLines.push(line);
      if (lastLines.length > linesRemembered) lastLines.shift();
    });
  }
  const firstLine = new Promise<string>((resolve) => {
    createInterface(child.stdout).once("line", resolve);
  });

  let stopping = false;
  const exited = once(child, "exit");
  const ended = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (stopping) return;
      const how = signal ?? `exit code ${String(code)}`;
      reject(new ProgramEnded(name, how, lastLines, logFile));
    });
  });
  // Whoever waits for the demo sees the rejection; until then it is nobody's.
  ended.catch(() => undefined);
  return {
    name,
    // None when it could not be started, which `ended` says.
    processId: child.pid ?? 0,
    ended,
    firstLine,
    async stop() {
      stopping = true;
      await endProcess(child, exited);
      log.end();
    },
  };
}

/** A program of the demo ended by itself. */
export class ProgramEnded extends Error {
  override name = "ProgramEnded";
  readonly program: string;
  readonly lastLines: readonly string[];

  constructor(program: string, how: string, lastLines: readonly string[], logFile: string) {
    super(
      `The ${program} ended (${how}). Its last words:\n${lastLines.join("\n")}\nAll of them: ${logFile}`,
    );
    this.program = program;
    this.lastLines = lastLines;
  }
}

async function endProcess(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await exited;
  clearTimeout(impatience);
}
