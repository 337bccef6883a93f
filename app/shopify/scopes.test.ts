import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../scripts/project-folder.ts";
import { declaredScopes } from "./scopes.ts";

test("the scopes the app misses are those shopify.app.toml declares", () => {
  const toml = readFileSync(join(projectFolder, "shopify.app.toml"), "utf8");
  const [, declared = ""] = /^scopes = "(.*)"$/m.exec(toml) ?? [];
  expect(declared.split(",").sort()).toEqual([...declaredScopes].sort());
});
