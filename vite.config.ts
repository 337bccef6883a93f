import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixOptions)],
  server: { host: "127.0.0.1" },
  build: { target: "es2022" },
  optimizeDeps: {
    // Found late, they would be bundled a second time, with a second React.
    entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"],
  },
});
