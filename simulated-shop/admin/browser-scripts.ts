import { fileURLToPath } from "node:url";

const entries = {
  "app-bridge": new URL("./app-bridge/main.ts", import.meta.url),
  host: new URL("./host/main.ts", import.meta.url),
  "block-frame": new URL("./blocks/frame/main.ts", import.meta.url),
};
export type BrowserScript = keyof typeof entries;

/** A sandboxed page has no origin; without the second header its errors would only be "Script error.". */
export const scriptHeaders = {
  "content-type": "text/javascript; charset=utf-8",
  "access-control-allow-origin": "*",
} as const;

const built = new Map<string, Promise<string>>();

/** The code of a browser script as one classic script. Built when first asked for, about a third of a second. */
export function browserScript(name: BrowserScript): Promise<string> {
  return builtOnce(fileURLToPath(entries[name]), "simulatedAdmin");
}

/**
 * The code of an extension's module; what it exports is in the variable `adminBlock`. Code that cannot be built gives a
 * script that says so where it runs.
 */
export function blockScript(file: string): Promise<string> {
  return builtOnce(file, "adminBlock").catch((error: unknown) => {
    built.delete(file);
    const reason = error instanceof Error ? error.message : String(error);
    return `throw new Error(${JSON.stringify(`The extension could not be built: ${reason}`)});`;
  });
}

function builtOnce(file: string, name: string): Promise<string> {
  const known = built.get(file);
  if (known !== undefined) return known;
  const building = bundle(file, name);
  built.set(file, building);
  return building;
}

async function bundle(entry: string, name: string): Promise<string> {
  // Imported here: a shop that only serves the API never needs it.
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    // Extensions are written for Preact; the admin's own scripts have no JSX.
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry, formats: ["iife"], name },
      rollupOptions: { output: { exports: "named" } },
    },
  });
  for (const { output } of Array.isArray(result) ? result : "output" in result ? [result] : []) {
    for (const chunk of output) if (chunk.type === "chunk") return chunk.code;
  }
  throw new Error(`${entry} gave no script.`);
}
