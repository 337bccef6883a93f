import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const firstLineSchema = z.object({
  url: z.url(),
  shop: z.string(),
  accessToken: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});

function start(...args: string[]) {
  return spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

test("the first line is JSON with all a client needs, and SIGTERM ends it cleanly", async () => {
  const child = start(
    "--port",
    "0",
    "--customers",
    "5",
    "--seed",
    "3",
    "--as-of",
    "2026-01-31",
    "--plan",
    "plus",
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, "line")) as [string];
  const { url, accessToken } = firstLineSchema.parse(JSON.parse(line));
  const response = await fetch(`${url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": accessToken },
    body: JSON.stringify({ query: "{ customersCount { count } shop { plan { shopifyPlus } } }" }),
  });
  expect(await response.json()).toMatchObject({
    data: { customersCount: { count: 5 }, shop: { plan: { shopifyPlus: true } } },
  });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["--plan", "gold"], /expected standard, advanced or plus/],
  [["--port", "many"], /--port many: expected a whole number/],
  [["--nonsense"], /Unknown option .--nonsense.[^]*--help/],
  [["--scenario", "gold"], /expected one of empty, one-customer/],
  [["--orders", "x.csv", "--customers", "5"], /--orders and --customers: expected only one/],
  [["--port", "70000"], /--port 70000: expected a number up to 65535/],
  [["--as-of", "someday"], /is not a date/],
  [["--orders", "missing.csv"], /missing\.csv: cannot be read/],
])("%j is refused in one message without a stack", async (args, message) => {
  const child = start(...args);
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(told).toMatch(message);
  expect(told).not.toMatch(/\n {4}at /);
});

test("a taken port is told with the way out, without a stack", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const child = start("--port", String(port), "--scenario", "empty");
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  expect(await once(child, "exit")).toEqual([1, null]);
  taken.close();
  expect(told).toMatch(/address already in use.*--port, or 0 for a free one/);
  expect(told).not.toMatch(/\n {4}at /);
});

test("--help tells every option and starts nothing", async () => {
  const child = start("--help");
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  expect(await once(child, "exit")).toEqual([0, null]);
  for (const option of [
    "--orders",
    "--customers",
    "--seed",
    "--plan",
    "--search-lag",
    "--scenario",
  ])
    expect(told).toContain(option);
});
