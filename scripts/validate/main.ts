// npm run validate [-- STEP ...]: every check but the tests, or only the named ones.
import { steps } from "./steps.ts";
import type { Step } from "./step.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(", ")}. Steps: ${steps.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
}

const failed: string[] = [];
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const step of chosen) {
  if (stopping.signal.aborted || !(await report(step))) failed.push(step.name);
}

console.log(`${chosen.length - failed.length} of ${chosen.length} checks hold.`);
if (failed.length > 0) {
  console.log(`To repeat: npm run validate -- ${failed.join(" ")}`);
  process.exitCode = 1;
}

async function report(step: Step): Promise<boolean> {
  const started = performance.now();
  const result = await step.run(stopping.signal);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.kind === "passed" ? "✓" : "✗"} ${step.name} (${seconds} s)`);
  const text = result.kind === "passed" ? result.figures : result.output;
  if (text !== undefined) console.log(text.replaceAll(/^/gm, "    "));
  if (result.kind === "passed") return true;
  return false;
}
