import type { BlockStart } from "./protocol.ts";

type Values = Readonly<Record<string, unknown>>;

/** `shopify.i18n`: the extension's own words, and numbers and dates as the merchant's language writes them. */
export function createTranslations({ locale, words, defaultWords }: BlockStart) {
  return {
    translate(key: string, values: Values = {}): string | unknown[] {
      const text = textOf(words, key, values) ?? textOf(defaultWords, key, values);
      if (text === null) throw new Error(`The extension's locale files have no “${key}”.`);
      return fillIn(text, values);
    },
    formatNumber: (value: number | bigint, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, options).format(value),
    formatCurrency: (value: number | bigint, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, { ...options, style: "currency" }).format(value),
    formatDate: (date: Date, options?: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, options).format(date),
  };

  /** An object with "one", "other" … is chosen from by `count`. */
  function textOf(dictionary: Values, key: string, { count }: Values): string | null {
    const found = key.split(".").reduce<unknown>((part, name) => memberOf(part, name), dictionary);
    if (typeof found === "string") return found;
    if (typeof count !== "number") return null;
    const form = new Intl.PluralRules(locale).select(count);
    const chosen = memberOf(found, form) ?? memberOf(found, "other");
    return typeof chosen === "string" ? chosen : null;
  }
}

/** A text; a list of its parts when some value is an element rather than words. */
function fillIn(text: string, values: Values): string | unknown[] {
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/).map((part, place) => {
    if (place % 2 === 0) return part;
    const value = values[part];
    return typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  });
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
