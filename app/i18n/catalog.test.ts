import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { messages as english } from "./en/catalog.ts";
import { LOCALES, loadLanguage } from "./languages.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The parser's kind of plain words; everything else with a value names a placeholder. */
const LITERAL = 0;

const appFolder = join(import.meta.dirname, "..");
const catalogFolders: string[] = LOCALES.map((locale) => join(import.meta.dirname, locale));

/** Everything that may say a message: all code of the app but the catalogs and tests. */
function sourceBelow(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true });
  const texts = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === "generated" || catalogFolders.includes(path) ? "" : sourceBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.")
      ? readFileSync(path, "utf8")
      : "";
  });
  return texts.join("\n");
}

function elementsOf(message: string, locale: string): Element[] {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

function branchesOf(element: Element): Record<string, Element[]> {
  if (!("options" in element)) return {};
  return Object.fromEntries(
    Object.entries(element.options).map(([branch, { value }]) => [branch, value]),
  );
}

function placeholdersIn(elements: Element[]): string[] {
  const named = elements.flatMap((element) => {
    const kind: number = element.type;
    const own = kind === LITERAL || !("value" in element) ? [] : [element.value];
    return [...own, ...Object.values(branchesOf(element)).flatMap(placeholdersIn)];
  });
  return [...new Set(named)].sort();
}

describe("the English catalog", () => {
  const source = sourceBelow(appFolder);

  it("holds no message that no page says", () => {
    expect(Object.keys(english).filter((key) => !source.includes(`"${key}"`))).toEqual([]);
  });

  it("names its keys by place and thing, in lower case", () => {
    expect(
      Object.keys(english).filter((key) => !/^[a-z]+(-[a-z]+)*(\.[a-z-]+)+$/.test(key)),
    ).toEqual([]);
  });
});

describe.each(LOCALES)("the catalog %s", (locale) => {
  it("parses, says something everywhere, and has every plural form of its language", async () => {
    const { messages } = await loadLanguage(locale);
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe("");
      for (const element of elementsOf(message, locale)) {
        if ("pluralType" in element)
          expect(Object.keys(branchesOf(element)), key).toEqual(expect.arrayContaining(forms));
      }
    }
  });

  it("has the keys and the placeholders of the English one", async () => {
    const { messages } = await loadLanguage(locale);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(english)) {
      const translated = (messages as Record<string, string>)[key] ?? "";
      expect(placeholdersIn(elementsOf(translated, locale)), key).toEqual(
        placeholdersIn(elementsOf(message, "en")),
      );
    }
  });
});
