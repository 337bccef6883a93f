import { defineConfig } from "vitest/config";

const guards = ["tests/setup/forbid-stray-output.ts", "tests/setup/forbid-outgoing-connections.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{app,order-export,simulated-shop,scripts,bench,tests/setup,tests/faults,tests/theme-blocks}/**/*.test.{ts,tsx}",
          ],
          setupFiles: guards,
          testTimeout: 30_000,
        },
      },
      {
        esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        test: {
          name: "extensions",
          include: ["extensions/*/src/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          setupFiles: guards,
          // Shopify's tester imports a module without its extension, which Node itself does not find.
          server: { deps: { inline: [/@shopify\/ui-extensions-tester/] } },
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: "tests/setup/test-server.ts",
          setupFiles: guards,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/setup/app-build.ts", "tests/setup/test-server.ts"],
          setupFiles: guards,
          // One browser at a time, and after the others: on two cores their waiting times would grow.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
