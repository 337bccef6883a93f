import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

export const BLOCK_TARGET = "admin.customer-details.block.render";

const fileSchema = z.object({
  extensions: z
    .array(
      z.object({
        type: z.string(),
        name: z.string().default(""),
        handle: z.string().optional(),
        targeting: z.array(z.object({ target: z.string(), module: z.string() })).default([]),
      }),
    )
    .default([]),
});

type Words = Readonly<Record<string, unknown>>;

/** A block that an app puts on customers' pages. */
export type BlockExtension = {
  readonly handle: string;
  /** In the app's default language. */
  readonly name: string;
  /** Of the module that draws it. */
  readonly file: string;
  /** By locale: "ru", "zh-CN". */
  readonly words: ReadonlyMap<string, Words>;
  readonly defaultWords: Words;
};

/** The blocks below an extensions folder; none when there is no such folder. Errors: a file that cannot be read. */
export function readBlockExtensions(folder: string): BlockExtension[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .filter((each) => existsSync(path.join(each, "shopify.extension.toml")))
    .flatMap(readFolder);
}

function readFolder(folder: string): BlockExtension[] {
  const file = path.join(folder, "shopify.extension.toml");
  const { extensions } = fileSchema.parse(parse(readFileSync(file, "utf8")));
  return extensions.flatMap(({ type, name, handle, targeting }) => {
    const target = targeting.find((each) => each.target === BLOCK_TARGET);
    if (type !== "ui_extension" || target === undefined) return [];
    const words = readWords(path.join(folder, "locales"));
    const key = /^t:(.+)$/.exec(name)?.[1];
    return {
      handle: handle ?? path.basename(folder),
      name: key === undefined ? name : z.string().catch(key).parse(words.defaultWords[key]),
      file: path.join(folder, target.module),
      ...words,
    };
  });
}

/** `en.default.json` is the default language's file. */
function readWords(folder: string): Pick<BlockExtension, "words" | "defaultWords"> {
  const words = new Map<string, Words>();
  let defaultWords: Words = {};
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const [, locale, isDefault] = /^([\w-]+?)(\.default)?\.json$/.exec(file) ?? [];
    if (locale === undefined) continue;
    const text = readFileSync(path.join(folder, file), "utf8");
    const dictionary = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    words.set(locale, dictionary);
    if (isDefault !== undefined) defaultWords = dictionary;
  }
  return { words, defaultWords };
}
