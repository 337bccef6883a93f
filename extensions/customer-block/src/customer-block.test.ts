/// <reference types="@shopify/ui-extensions/admin.customer-details.block.render" />
import { setUpExtension } from "@shopify/ui-extensions-tester";
import { expect, test, vi } from "vitest";
import english from "../locales/en.default.json" with { type: "json" };
import russian from "../locales/ru.json" with { type: "json" };
import chinese from "../locales/zh-CN.json" with { type: "json" };

const CUSTOMER = "gid://shopify/Customer/7";
const standing = JSON.stringify({
  tier: "core",
  group: "at-risk",
  value: 4.25,
  scores: { recency: 5, frequency: 4, monetary: 3 },
});

function openBlock(answer: () => Promise<unknown>) {
  const extension = setUpExtension("admin.customer-details.block.render");
  extension.shopify.data.selected = [{ id: CUSTOMER }];
  extension.shopify.i18n.translate = translateWith(english) as never;
  extension.shopify.query = vi.fn(answer) as never;
  return extension;
}

function fields(tier: string | null, standingJson: string | null) {
  const field = (value: string | null) => (value === null ? null : { value });
  return Promise.resolve({
    data: { customer: { tier: field(tier), standing: field(standingJson) } },
  });
}

function translateWith(words: Record<string, unknown>) {
  return (key: string, values: Record<string, unknown> = {}) => {
    const found = key
      .split(".")
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], words);
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      String(found),
    );
  };
}

const shown = () => document.body.textContent;

test("tier, group, value and scores of the customer on the page are shown", async () => {
  using extension = openBlock(() => fields("core", standing));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Core"));
  expect(shown()).toContain("Group: At risk");
  expect(shown()).toContain("Value: 4.25 of 5");
  expect(shown()).toContain("Recency 5 · Frequency 4 · Spend 3");
  expect(extension.shopify.query).toHaveBeenCalledWith(expect.stringContaining("$app"), {
    variables: { id: CUSTOMER },
  });
});

test("the link leads to the customer's page in the app", async () => {
  using extension = openBlock(() => fields("core", standing));
  await extension.render();
  expect(document.querySelector("s-link")?.getAttribute("href")).toBe("/app/customers/7");
});

test("a tier without details is shown by itself, a tier of the merchant's own by its key", async () => {
  using extension = openBlock(() => fields("inner_circle", "not json"));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Inner circle"));
  expect(shown()).toContain(english.tierOnly);
});

test("a customer without a tier is said to have none", async () => {
  using extension = openBlock(() => fields(null, null));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain(english.unranked));
});

test("an error of the API is shown with its words, and can be tried again", async () => {
  let tries = 0;
  using extension = openBlock(() => {
    tries += 1;
    return tries === 1
      ? Promise.resolve({ errors: [{ message: "Throttled" }] })
      : fields("base", standing);
  });
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("The tier could not be read: Throttled"));
  document.querySelector("s-button")?.click();
  await vi.waitFor(() => expect(shown()).toContain("Base"));
});

test("a request that breaks off is an error in words", async () => {
  using extension = openBlock(() => Promise.reject(new Error("Connection lost")));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Connection lost"));
});

test.each([
  ["ru", russian],
  ["zh-CN", chinese],
])("%s says everything English says, with the same values", (_locale, words) => {
  const valuesOf = (dictionary: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(dictionary).map(([key, text]) => [
        key,
        typeof text === "object"
          ? valuesOf(text as object)
          : [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted(),
      ]),
    );
  expect(valuesOf(words)).toEqual(valuesOf(english));
});
