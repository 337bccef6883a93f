import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readBlockExtensions } from "./read-block-extensions.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "extensions-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function addExtension(name: string, toml: string): void {
  mkdirSync(path.join(folder, name, "locales"), { recursive: true });
  writeFileSync(path.join(folder, name, "shopify.extension.toml"), toml);
  writeFileSync(path.join(folder, name, "locales", "en.default.json"), `{"name": "Tier"}`);
  writeFileSync(path.join(folder, name, "locales", "ru.json"), `{"name": "Уровень"}`);
}

test("a block on customer pages is found with its module and words", () => {
  addExtension(
    "tier",
    `[[extensions]]\nname = "t:name"\ntype = "ui_extension"
[[extensions.targeting]]\ntarget = "admin.customer-details.block.render"\nmodule = "./src/block.tsx"`,
  );
  const [block] = readBlockExtensions(folder);
  expect(block).toMatchObject({
    handle: "tier",
    kind: "block",
    name: "Tier",
    file: path.join(folder, "tier", "src", "block.tsx"),
    defaultWords: { name: "Tier" },
  });
  expect(block?.words.get("ru")).toEqual({ name: "Уровень" });
});

test("an action is told from a block, also in one extension", () => {
  const targets = ["block.render", "action.render", "action.should-render"].map(
    (target) =>
      `[[extensions.targeting]]\ntarget = "admin.customer-details.${target}"\nmodule = "./a.tsx"`,
  );
  addExtension(
    "both",
    `[[extensions]]\nname = "Tier"\ntype = "ui_extension"\n${targets.join("\n")}`,
  );
  expect(readBlockExtensions(folder).map(({ kind, target }) => [kind, target])).toEqual([
    ["block", "admin.customer-details.block.render"],
    ["action", "admin.customer-details.action.render"],
  ]);
});

test("other extensions and a missing folder give no blocks", () => {
  addExtension("flow", `[[extensions]]\nname = "Moved"\ntype = "flow_trigger"`);
  expect(readBlockExtensions(folder)).toEqual([]);
  expect(readBlockExtensions(path.join(folder, "missing"))).toEqual([]);
});
