import { DEFAULT_LOCALE, LOCALES, type Locale } from "./languages.ts";

/**
 * The language for one staff member. Shopify sends its admin language as `?locale=` with the first embedded request
 * ("fr", "zh-TW", "en-GB"); a language we do not speak, a missing or a nonsensical value gives English.
 */
export function negotiateLocale(requested: string | null): Locale {
  const language = requested?.toLowerCase().split(/[-_]/)[0];
  return (
    LOCALES.find((locale) => locale.toLowerCase().split("-")[0] === language) ?? DEFAULT_LOCALE
  );
}
