import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { measureExtension } from "./measure-extension.ts";
import { readExtensions } from "./read-extensions.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "extensions-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test("every extension of a file is found, whichever way its type is written", () => {
  write("block/shopify.extension.toml", '[[extensions]]\ntype = "ui_extension"\nhandle = "a"\n');
  write("theme/shopify.extension.toml", 'type = "theme"\n');
  write("no-extension/README.md", "");
  expect(readExtensions(folder)).toEqual([
    { type: "ui_extension", handle: "a", folder: join(folder, "block") },
    { type: "theme", handle: "theme", folder: join(folder, "theme") },
  ]);
});

test("a script's size is what goes over the line", () => {
  write("dist/a.js", "x".repeat(100_000));
  const [raw, compressed] = measureExtension({ type: "ui_extension", handle: "a", folder });
  expect(raw).toMatchObject({ bytes: 100_000, mostBytes: null });
  expect(compressed?.bytes).toBeLessThan(1000);
  expect(compressed?.mostBytes).toBe(65_536);
});

test("Liquid, styles and scripts of a theme's blocks are counted over all of its files", () => {
  write("blocks/one.liquid", "12345");
  write("snippets/two.liquid", "67890");
  write("assets/style.css", "abc");
  write("README.md", "not uploaded");
  const sizes = measureExtension({ type: "theme", handle: "theme", folder });
  expect(sizes.map(({ what, bytes }) => [what, bytes])).toEqual([
    ["files", 13],
    ["Liquid", 10],
    ["CSS", 3],
    ["scripts, gzip", 0],
  ]);
});

test("a bundle that was not built, and a type whose limits nobody has looked up, are errors", () => {
  expect(() => measureExtension({ type: "ui_extension", handle: "a", folder })).toThrow(
    "a: the build left no",
  );
  expect(() => measureExtension({ type: "checkout", handle: "b", folder })).toThrow(
    "b: no limits are known of checkout",
  );
});
