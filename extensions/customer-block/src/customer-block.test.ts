/// <reference types="@shopify/ui-extensions/admin.customer-details.block.render" />
import { setUpExtension } from "@shopify/ui-extensions-tester";
import { afterEach, expect, test, vi } from "vitest";
import english from "../locales/en.default.json" with { type: "json" };
import russian from "../locales/ru.json" with { type: "json" };
import chinese from "../locales/zh-CN.json" with { type: "json" };

const CUSTOMER = "gid://shopify/Customer/7";
const standing = JSON.stringify({
  tier: "core",
  group: "at-risk",
  value: 64.25,
  scores: { recency: 5, frequency: 4, monetary: 3 },
});

const card = {
  kind: "ranked",
  tierKey: "growth",
  tiers: [
    { key: "core", name: "Inner circle", aboveValue: 78.4 },
    { key: "growth", name: "Growth", aboveValue: 50 },
    { key: "base", name: "Base", aboveValue: null },
  ],
  value: 64.25,
  valueBeats: 0.7299,
  rankedCustomers: 1000,
  nextChange: { on: "2026-08-09", tier: "Base", group: null },
};

afterEach(() => vi.unstubAllGlobals());

/** `said` is the app's own answer; without one the app cannot be reached. */
function openBlock(answer: () => Promise<unknown>, said?: object) {
  const extension = setUpExtension("admin.customer-details.block.render");
  vi.stubGlobal(
    "fetch",
    vi.fn(() =>
      said === undefined
        ? Promise.reject(new Error("offline"))
        : Promise.resolve(Response.json(said)),
    ),
  );
  extension.shopify.data.selected = [{ id: CUSTOMER }];
  extension.shopify.i18n.translate = translateWith(english) as never;
  extension.shopify.i18n.formatNumber = (number, options) =>
    new Intl.NumberFormat("en", options).format(number);
  extension.shopify.i18n.formatDate = (date, options) =>
    new Intl.DateTimeFormat("en", options).format(date);
  extension.shopify.query = vi.fn(answer) as never;
  return extension;
}

function fields(tier: string | null, standingJson: string | null, tiers: object | null = null) {
  const field = (value: string | null) => (value === null ? null : { value });
  return Promise.resolve({
    data: {
      customer: { tier: field(tier), standing: field(standingJson) },
      shop: { tiers: field(tiers === null ? null : JSON.stringify(tiers)) },
    },
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
  expect(shown()).toContain("Value: 64.25 of 100");
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

test("a tier has the name the merchant gave it", async () => {
  const names = [{ key: "core", name: "Inner circle" }];
  using extension = openBlock(() => fields("core", standing, names));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Inner circle"));
});

test("why this tier and what time will change comes from the app, for this customer", async () => {
  using extension = openBlock(() => fields("growth", standing), card);
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Higher than 72% of your customers."));
  expect(shown()).toContain("Growth begins above 50.");
  expect(shown()).toContain("Inner circle begins above 78.4.");
  expect(shown()).toContain("If nothing is bought: Base on Aug 9, 2026.");
  expect(fetch).toHaveBeenCalledWith("/app/customers/7/card");
});

test("few customers are counted, and whoever is lowest reads who is there", async () => {
  const few = { ...card, tierKey: "base", valueBeats: 0.25, rankedCustomers: 8, nextChange: null };
  using extension = openBlock(() => fields("base", standing), few);
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Higher than 2 of your 8 customers."));
  expect(shown()).toContain("Base takes everybody else.");
  expect(shown()).not.toContain("If nothing is bought");
});

test("without the app what is published is there all the same", async () => {
  using extension = openBlock(() => fields("core", standing));
  await extension.render();
  await vi.waitFor(() => expect(shown()).toContain("Value: 64.25 of 100"));
  expect(shown()).not.toContain("Higher than");
});

test("a tier without details is shown by itself, one without a published name by its key", async () => {
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
