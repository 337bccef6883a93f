import { fileURLToPath } from "node:url";

const entries = {
  "app-bridge": new URL("./app-bridge/main.ts", import.meta.url),
  host: new URL("./host/main.ts", import.meta.url),
};
export type BrowserScript = keyof typeof entries;

const built = new Map<BrowserScript, Promise<string>>();

/** The code of a browser script as one classic script. Built when first asked for, about a third of a second. */
export function browserScript(name: BrowserScript): Promise<string> {
  const known = built.get(name);
  if (known !== undefined) return known;
  const building = bundle(fileURLToPath(entries[name]));
  built.set(name, building);
  return building;
}

async function bundle(entry: string): Promise<string> {
  // Imported here: a shop that only serves the API never needs it.
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry, formats: ["iife"], name: "simulatedAdmin" },
    },
  });
  for (const { output } of Array.isArray(result) ? result : "output" in result ? [result] : []) {
    for (const chunk of output) if (chunk.type === "chunk") return chunk.code;
  }
  throw new Error(`${entry} gave no script.`);
}
