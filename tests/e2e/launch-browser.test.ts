import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./launch-browser.ts";

let browser: Browser | null;
const server = createServer((request, response) => {
  response.setHeader("content-type", "text/html");
  response.end(`<title>${request.headers["user-agent"] ?? ""}</title><p>Ядро 核心 core</p>`);
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address !== null && typeof address === "object") url = `http://127.0.0.1:${address.port}/`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

test("the browser calls itself an ordinary one", async ({ skip }) => {
  if (browser === null) return skip("no browser on this machine");
  const page = await browser.newPage();
  await page.goto(url);
  expect(await page.title()).toMatch(/^Mozilla.*Chrome\/\d+/);
  expect(await page.title()).not.toContain("Headless");
  await page.close();
});

test("the browser reaches no other machine", async ({ skip }) => {
  if (browser === null) return skip("no browser on this machine");
  const page = await browser.newPage();
  await expect(page.goto("http://example.com/")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
  await page.close();
});

test("closing one context leaves the browser working", async ({ skip }) => {
  if (browser === null) return skip("no browser on this machine");
  const context = await browser.newContext();
  await (await context.newPage()).goto(url);
  await context.close();
  const page = await browser.newPage();
  expect((await page.goto(url))?.status()).toBe(200);
  await page.close();
});
