import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../app/environment.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { variablesOf } from "./running-app.ts";

export interface AppProcess {
  processId: number;
  /** Ends it and waits until it is gone. SIGTERM asks it to, SIGKILL does not. Returns the exit code, if there is one. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/**
 * The real worker, or the real web process at the app's address, as a process of its own, which can be killed. It
 * appends to the log file.
 */
export function startAppProcess(
  program: "worker" | "web",
  environment: Environment,
  logFile: string,
): AppProcess {
  const log = openSync(logFile, "a");
  const { port } = new URL(environment.shopifyAppUrl);
  const child = spawn(process.execPath, [join(projectFolder, `app/${program}.ts`)], {
    env: { ...process.env, ...variablesOf(environment), HOST: "127.0.0.1", PORT: port },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const gone = once(child, "exit");
  if (child.pid === undefined) throw new Error(`the ${program} process could not be started`);
  return {
    processId: child.pid,
    async end(signal) {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
