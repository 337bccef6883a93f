import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Liquid, type TagToken, type TopLevelToken } from "liquidjs";
import { z } from "zod";

const folder = join(import.meta.dirname, "../../extensions/theme-blocks");

export type BlockName = "tier-card" | "tier-perks" | "next-products";
export type Locale = "en.default" | "zh-CN" | "ru";

export interface Visit {
  locale?: Locale;
  /** The customer's field `standing`; undefined for a visitor who has none. */
  standing?: unknown;
  /** The shop's field `tiers`. */
  tiers?: unknown;
  /** Products by handle, as Liquid's `all_products` has them. */
  products?: Record<string, unknown>;
  /** What the merchant changed of the block's settings. */
  settings?: Record<string, unknown>;
  inEditor?: boolean;
  cartCurrency?: string;
}

const schemaOf = z.object({
  settings: z.array(z.looseObject({ id: z.string().optional(), default: z.unknown().optional() })),
});

/** Draws a block as the shop does for one visit: with what Shopify adds to Liquid, as far as the blocks use it. */
export async function renderBlock(name: BlockName, visit: Visit = {}): Promise<string> {
  const { locale = "en.default", cartCurrency = "GBP" } = visit;
  const source = readFileSync(join(folder, "blocks", `${name}.liquid`), "utf8");
  const words = wordsOf(locale);
  const engine = new Liquid({
    root: join(folder, "snippets"),
    extname: ".liquid",
    strictFilters: true,
    globals: { cart: { currency: { iso_code: cartCurrency } } },
  });
  engine.registerTag("schema", schemaTag);
  engine.registerFilter("t", (key: string, ...values: [string, unknown][]) =>
    translate(words, key, Object.fromEntries(values), locale),
  );
  engine.registerFilter("money", (hundredths: number) => `£${(hundredths / 100).toFixed(2)}`);
  engine.registerFilter("image_url", (image: string) => `https://cdn.example/${image}`);
  engine.registerFilter("image_tag", (url: string) => `<img src="${url}">`);
  const html: unknown = await engine.parseAndRender(source, {
    customer: fieldOf("standing", visit.standing),
    shop: fieldOf("tiers", visit.tiers),
    all_products: visit.products ?? {},
    request: { design_mode: visit.inEditor ?? false },
    block: { settings: settingsOf(source, visit), shopify_attributes: "data-block" },
  });
  return z.string().parse(html);
}

/** The words of a language; a word's key is a path, like "tier_card.progress". */
export function wordsOf(file: string): unknown {
  const text = readFileSync(join(folder, "locales", `${file}.json`), "utf8");
  return JSON.parse(text) as unknown;
}

export function wordAt(words: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (part, step) =>
        typeof part === "object" && part !== null ? Reflect.get(part, step) : undefined,
      words,
    );
}

function fieldOf(key: string, value: unknown) {
  return value === undefined ? null : { metafields: { $app: { [key]: { value } } } };
}

function settingsOf(source: string, { settings, locale = "en.default" }: Visit): object {
  const json = /\{% schema %\}([^]*)\{% endschema %\}/.exec(source)?.[1] ?? "";
  const schemaWords = wordsOf(`${locale}.schema`);
  const held: Record<string, unknown> = {};
  for (const { id, default: given } of schemaOf.parse(JSON.parse(json)).settings) {
    const key = typeof given === "string" ? /^t:(.+)$/.exec(given)?.[1] : undefined;
    if (id !== undefined) held[id] = key === undefined ? given : wordAt(schemaWords, key);
  }
  return { ...held, ...settings };
}

function translate(
  words: unknown,
  key: string,
  values: Record<string, unknown>,
  locale: Locale,
): string {
  const found = wordAt(words, key);
  const { count } = values;
  const text =
    typeof count === "number"
      ? (wordAt(found, new Intl.PluralRules(locale.slice(0, 2)).select(count)) ??
        wordAt(found, "other"))
      : found;
  if (typeof text !== "string") throw new Error(`there is no word ${key} in ${locale}`);
  return text.replaceAll(/\{\{ (\w+) \}\}/g, (_all, name: string) => String(values[name]));
}

/** The settings of a block draw nothing. */
const schemaTag = {
  parse(_token: TagToken, remaining: TopLevelToken[]): void {
    while (remaining.length > 0 && !/endschema/.test(remaining.shift()?.getText() ?? ""));
  },
  render: () => "",
};
