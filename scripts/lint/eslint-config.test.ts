import { join } from "node:path";
import { ESLint } from "eslint";
import { expect, test } from "vitest";
import { projectFolder } from "../project-folder.ts";

const eslint = new ESLint({
  cwd: projectFolder,
  // Without the rules that need every type of the project: they take half a minute to load.
  overrideConfig: {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: false } },
  },
  ruleFilter: ({ ruleId }) =>
    ruleId === "echelon/import-directions" || ruleId.startsWith("no-restricted"),
});

async function lint(path: string, code: string): Promise<string> {
  const results = await eslint.lintText(code, { filePath: join(projectFolder, path) });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message)).join("\n");
}

test("an import against the direction is an error, in whatever form it is written", async () => {
  const wrong = [
    `import { saveOrders } from "../persistence/orders.ts";`,
    `import type { LedgerOrder } from "../persistence/orders.ts";`,
    `export { saveOrders } from "../persistence/orders.ts";`,
    `export * from "../persistence/orders.ts";`,
    `await import("../persistence/orders.ts");`,
  ];
  for (const code of wrong) {
    expect(await lint("app/scoring/tier.ts", code)).toContain(
      "app/scoring may not import app/persistence/orders.ts. The engine is pure",
    );
  }
});

test("the engine has no clock and no randomness", async () => {
  expect(await lint("app/scoring/tier.ts", "Date.now();")).toContain("no clock");
  expect(await lint("app/scoring/tier.ts", "Math.random();")).toContain("the same twice");
  expect(await lint("app/scoring/tier.ts", "new Date();")).toContain("no clock");
  expect(await lint("app/scoring/tier.ts", "new Date(0);")).toBe("");
});

test("the whole of Polaris is not imported", async () => {
  expect(
    await lint("app/routes/app.tsx", `import * as Polaris from "@shopify/polaris";`),
  ).toContain("by name");
});
