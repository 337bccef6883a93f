/**
 * What a segment is called in Shopify's own list when it is made. Not part of the pages' catalogs: these words are
 * written to the shop, in the language of whoever turned segments on, and stay as they are.
 */
type Family = "tier" | "group" | "list";
const names: Record<string, (family: Family, name: string) => string> = {
  en: (family, name) => `Echelon ${family}: ${name}`,
  "zh-CN": (family, name) =>
    `Echelon ${{ tier: "等级", group: "分组", list: "名单" }[family]}：${name}`,
  ru: (family, name) =>
    `Echelon, ${{ tier: "уровень", group: "группа", list: "список" }[family]}: ${name}`,
};

/** `locale` as Shopify tells it: "zh-TW", "ru". English where there are no words of ours. */
export function nameSegment(family: Family, name: string, locale: string): string {
  const say = names[namingLocaleOf(locale)] ?? names["en"];
  return say?.(family, name) ?? name;
}

/** The language of ours that is nearest to a locale of Shopify's. */
export function namingLocaleOf(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  if (language === "zh") return "zh-CN";
  return language in names ? language : "en";
}
