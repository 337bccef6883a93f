import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Extension } from "./read-extensions.ts";

export interface Measurement {
  what: string;
  bytes: number;
  /** null: Shopify sets none, because nothing of it is loaded by anybody. */
  mostBytes: number | null;
}

const kilobyte = 1024;

/**
 * What Shopify limits of an extension that was built, in bytes. Sources: UI extensions 64 KB compressed, web pixels
 * 128 KB (both enforced at deploy), theme app extensions 10 MB of files and 100 KB of Liquid (enforced), 100 KB of CSS
 * and 10 KB of compressed scripts (suggested; for us as good as enforced).
 *
 * Errors: a type that is not known here, or a bundle that is not there.
 */
export function measureExtension({ type, handle, folder }: Extension): Measurement[] {
  switch (type) {
    case "ui_extension": {
      const script = readBundle(folder, handle);
      return [
        { what: "script, raw", bytes: script.length, mostBytes: null },
        { what: "script, gzip", bytes: gzipSync(script).length, mostBytes: 64 * kilobyte },
      ];
    }
    case "web_pixel_extension":
      return [
        { what: "script", bytes: readBundle(folder, handle).length, mostBytes: 128 * kilobyte },
      ];
    case "theme":
      return measureTheme(folder);
    case "flow_action":
    case "flow_trigger":
      return [
        { what: "definition", bytes: sizeOf(folder, "shopify.extension.toml"), mostBytes: null },
      ];
    default:
      throw new Error(
        `${handle}: no limits are known of ${type}. Add them to measure-extension.ts.`,
      );
  }
}

function measureTheme(folder: string): Measurement[] {
  const parts = "{blocks,snippets,assets,locales}";
  const scripts = globSync(`${parts}/**/*.js`, { cwd: folder }).map((file) =>
    gzipSync(readFileSync(join(folder, file))),
  );
  return [
    {
      what: "files",
      bytes: sizeOf(folder, `${parts}/**/*.*`),
      mostBytes: 10 * kilobyte * kilobyte,
    },
    { what: "Liquid", bytes: sizeOf(folder, `${parts}/**/*.liquid`), mostBytes: 100 * kilobyte },
    { what: "CSS", bytes: sizeOf(folder, `${parts}/**/*.css`), mostBytes: 100_000 },
    {
      what: "scripts, gzip",
      bytes: scripts.reduce((sum, { length }) => sum + length, 0),
      mostBytes: 10_000,
    },
  ];
}

function sizeOf(folder: string, pattern: string): number {
  return globSync(pattern, { cwd: folder })
    .map((file) => readFileSync(join(folder, file)).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

function readBundle(folder: string, handle: string): Buffer {
  const file = join(folder, "dist", `${handle}.js`);
  if (!existsSync(file)) throw new Error(`${handle}: the build left no ${file}.`);
  return readFileSync(file);
}
