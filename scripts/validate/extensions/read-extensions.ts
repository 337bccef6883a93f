import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

export interface Extension {
  handle: string;
  /** Shopify's name of its kind: "ui_extension", "theme", "web_pixel_extension", "flow_action", … */
  type: string;
  folder: string;
}

const one = z.looseObject({ type: z.string(), handle: z.string().optional() });
/** A theme's or pixel's file is one extension; the others list theirs. */
const fileSchema = z.looseObject({
  type: z.string().optional(),
  handle: z.string().optional(),
  extensions: z.array(one).default([]),
});

/** Every extension below a folder. Errors: a file that is no TOML or names no type. */
export function readExtensions(folder: string): Extension[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((each) => existsSync(join(each, "shopify.extension.toml")))
    .flatMap((each) => {
      const text = readFileSync(join(each, "shopify.extension.toml"), "utf8");
      const { type, handle, extensions } = fileSchema.parse(parse(text));
      const listed = type === undefined ? extensions : [{ type, handle }];
      return listed.map((extension) => ({
        handle: extension.handle ?? basename(each),
        type: extension.type,
        folder: each,
      }));
    });
}
