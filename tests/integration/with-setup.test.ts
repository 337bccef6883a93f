import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { projectFolder } from "../../scripts/project-folder.ts";

function start(code: string, ...args: string[]): ChildProcess {
  const withSetup = join(projectFolder, "scripts", "with-setup.mjs");
  return spawn(process.execPath, [withSetup, "--eval", code, ...args], { cwd: projectFolder });
}

async function run(code: string, ...args: string[]) {
  const child = start(code, ...args);
  const [stdout] = await Promise.all([child.stdout ? text(child.stdout) : "", once(child, "exit")]);
  return { stdout, exitCode: child.exitCode, signal: child.signalCode };
}

test("the script runs on Node 24 with its arguments, and stdout is its own", async () => {
  const { stdout, exitCode } = await run(
    "console.log(process.versions.node.split('.')[0], process.argv.slice(1).join())",
    "one",
    "two words",
  );
  expect({ stdout, exitCode }).toEqual({ stdout: "24 one,two words\n", exitCode: 0 });
});

test("its exit code is the script's", async () => {
  expect((await run("process.exit(7)")).exitCode).toBe(7);
});

test("a signal reaches the script, which decides what becomes of it", async () => {
  const code = `
    process.on("SIGTERM", () => process.exit(3));
    setInterval(() => {}, 1000);
    console.log("up");`;
  const child = start(code);
  if (child.stdout) await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([3, null]);
});

test("a script that dies of a signal is reported as such", async () => {
  expect((await run("process.kill(process.pid, 'SIGKILL')")).signal).toBe("SIGKILL");
});
