import { expect, test } from "vitest";
import { createTranslations } from "./translations.ts";

const { translate, formatNumber } = createTranslations({
  target: "",
  selectedGid: "",
  appUrl: null,
  locale: "ru",
  words: {
    orders: { one: "{{count}} заказ", few: "{{count}} заказа", other: "{{count}} заказов" },
  },
  defaultWords: { open: "Open {{name}} & {{count}}" },
});

test("a plural is chosen by the rules of the merchant's language", () => {
  expect(translate("orders", { count: 1 })).toBe("1 заказ");
  expect(translate("orders", { count: 3 })).toBe("3 заказа");
  expect(translate("orders", { count: 5 })).toBe("5 заказов");
});

test("what a language lacks comes from the default one", () => {
  expect(translate("open", { name: "Ada", count: 2 })).toBe("Open Ada & 2");
});

test("an element among the values gives a list", () => {
  const element = {};
  expect(translate("open", { name: element, count: 2 })).toEqual([
    "Open ",
    element,
    " & ",
    "2",
    "",
  ]);
});

test("a key that no file has is an error that names it", () => {
  expect(() => translate("close")).toThrow("close");
});

test("numbers are written as the language writes them", () => {
  expect(formatNumber(4.25)).toBe("4,25");
});
