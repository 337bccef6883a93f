import { spawn } from "node:child_process";
import { once } from "node:events";
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
  [["--nonsense"], /Usage: npm run simulated-shop/],
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
