import { createContext, useContext, useMemo, type ReactNode } from "react";
import { formatsFor, type Formats, type ShopRegion } from "./format.ts";
import type { Language } from "./languages.ts";
import { textIn, type Text } from "./text.ts";

const LanguageContext = createContext<{ language: Language; text: Text } | null>(null);
const FormatsContext = createContext<Formats | null>(null);

/** Everything below speaks this language. Stands once, in the root. */
export function LanguageProvider({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ language, text: textIn(language) }), [language]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

/** Amounts and dates below are in this shop's currency and time zone, "4 minutes ago" is counted from `now`. */
export function ShopFormats({
  shop,
  now,
  children,
}: {
  shop: ShopRegion;
  now: string;
  children: ReactNode;
}) {
  const { locale } = useLanguage();
  const { currencyCode, timeZone } = shop;
  const formats = useMemo(
    () => formatsFor(locale, { currencyCode, timeZone }, now),
    [locale, currencyCode, timeZone, now],
  );
  return <FormatsContext.Provider value={formats}>{children}</FormatsContext.Provider>;
}

export function useLanguage(): Language {
  return provided(useContext(LanguageContext), "LanguageProvider").language;
}

/** The sentence sayer: `const text = useText(); text("home.title")`. */
export function useText(): Text {
  return provided(useContext(LanguageContext), "LanguageProvider").text;
}

export function useFormats(): Formats {
  return provided(useContext(FormatsContext), "ShopFormats");
}

function provided<Value>(value: Value | null, provider: string): Value {
  if (value === null) throw new Error(`${provider} is missing above this component.`);
  return value;
}
