import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,order-export,simulated-shop,scripts,bench,tests}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
  },
});
