import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

/** Where on a customer's page an extension runs. */
const TARGETS = {
  "admin.customer-details.block.render": "block",
  "admin.customer-details.action.render": "action",
} as const;

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

/** What an app puts on customers' pages: a block on them, or an action that opens over them. */
export type BlockExtension = {
  readonly handle: string;
  readonly kind: "block" | "action";
  /** "admin.customer-details.block.render" */
  readonly target: string;
  /** In the app's default language. */
  readonly name: string;
  /** Of the module that draws it. */
  readonly file: string;
  /** By locale: "ru", "zh-CN". */
  readonly words: ReadonlyMap<string, Words>;
  readonly defaultWords: Words;
};

/** The blocks and actions below an extensions folder; none when there is no such folder. Errors: a file that cannot be read. */
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
  const words = readWords(path.join(folder, "locales"));
  return extensions
    .filter(({ type }) => type === "ui_extension")
    .flatMap(({ name, handle, targeting }) =>
      targeting.flatMap(({ target, module }) => {
        const kind = isKnown(target) ? TARGETS[target] : null;
        if (kind === null) return [];
        const key = /^t:(.+)$/.exec(name)?.[1];
        return {
          handle: handle ?? path.basename(folder),
          ...{ kind, target },
          name: key === undefined ? name : z.string().catch(key).parse(words.defaultWords[key]),
          file: path.join(folder, module),
          ...words,
        };
      }),
    );
}

function isKnown(target: string): target is keyof typeof TARGETS {
  return target in TARGETS;
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
