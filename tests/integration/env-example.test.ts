import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readEnvironment } from "../../app/environment.ts";
import { projectFolder } from "../../scripts/project-folder.ts";

test("the app accepts .env.example as it is", async () => {
  const text = await readFile(join(projectFolder, ".env.example"), "utf8");
  expect(readEnvironment(parseEnv(text)).simulatedShopUrl).toBeNull();
});
