import type { MetaFunction } from "@remix-run/node";
import { DEFAULT_LOCALE, loadedLanguage } from "../i18n/languages.ts";
import { negotiateLocale } from "../i18n/negotiate-locale.ts";
import { textIn, type PlainMessageKey } from "../i18n/text.ts";

/** The document's title, which the admin shows in the browser's tab, in the language the root was drawn in. */
export function titledBy(key: PlainMessageKey): MetaFunction {
  return ({ matches }) => {
    const root: unknown = matches.find((match) => match.id === "root")?.data;
    const language = loadedLanguage(localeIn(root)) ?? loadedLanguage(DEFAULT_LOCALE);
    return [{ title: language ? textIn(language)(key) : "Echelon" }];
  };
}

function localeIn(rootData: unknown) {
  const hasLocale = typeof rootData === "object" && rootData !== null && "locale" in rootData;
  return negotiateLocale(hasLocale && typeof rootData.locale === "string" ? rootData.locale : null);
}
