import type { AppProviderProps } from "@shopify/polaris";
import type { Messages } from "./en/catalog.ts";

/** Languages Echelon speaks. Each has a folder here with the same message keys as `en`. */
export const LOCALES = ["en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

export interface Language {
  locale: Locale;
  messages: Messages;
  /** What Polaris itself says: "Clear all", "Previous", …. */
  polaris: AppProviderProps["i18n"];
}

const importers: Record<Locale, () => Promise<Language>> = {
  en: async () => (await import("./en/language.ts")).english,
};

const loaded = new Map<Locale, Language>();

/** Loads one language and keeps it. The browser does this before it hydrates, the server before it renders. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const known = loaded.get(locale);
  if (known) return known;
  const language = await importers[locale]();
  loaded.set(locale, language);
  return language;
}

/** The language if `loadLanguage` was awaited for it before, else undefined. Rendering cannot wait. */
export function loadedLanguage(locale: Locale): Language | undefined {
  return loaded.get(locale);
}
