/// <reference types="@shopify/ui-extensions/customer-account.profile.block.render" />
import { setUpExtension } from "@shopify/ui-extensions-tester";
import { afterEach, expect, test, vi } from "vitest";
import english from "../locales/en.default.json" with { type: "json" };
import russian from "../locales/ru.json" with { type: "json" };
import chinese from "../locales/zh-CN.json" with { type: "json" };

const tiers = [
  { key: "core", name: "Inner circle", benefits: "Free shipping\n\nFirst access" },
  { key: "base", name: "Friends" },
];
const standing = { tier: "base", next: { tier: "core", donePercent: 40, missing: null } };

afterEach(() => vi.unstubAllGlobals());

function openBlock(answer: () => Promise<Response>, words: Words = english) {
  const extension = setUpExtension("customer-account.profile.block.render");
  extension.shopify.i18n.translate = translateWith(words) as never;
  extension.shopify.i18n.formatCurrency = (amount) => `£${Number(amount).toFixed(2)}`;
  vi.stubGlobal("fetch", vi.fn(answer));
  return extension;
}

function answerWith(held: unknown, list: unknown = tiers) {
  const field = (value: unknown) => (value === null ? null : { value: JSON.stringify(value) });
  const data = { customer: { standing: field(held) }, shop: { tiers: field(list) } };
  return () => Promise.resolve(Response.json({ data }));
}

type Words = Record<string, unknown>;

function translateWith(words: Words) {
  return (key: string, values: Record<string, unknown> = {}) => {
    const found = words[key];
    const { count } = values;
    const rule = typeof count === "number" && count === 1 ? "one" : "other";
    const text = typeof found === "string" ? found : (found as Record<string, string>)[rule];
    return Object.entries(values).reduce(
      (said, [name, value]) => said.replaceAll(`{{${name}}}`, String(value)),
      text ?? "",
    );
  };
}

const shown = () => document.body.textContent;

test("tier and the way to the next one are shown in the merchant's words", async () => {
  using extension = openBlock(answerWith(standing));
  await extension.render();
  expect(shown()).toContain("Friends");
  expect(shown()).toContain("40% of the way to Inner circle");
  const bar = document.querySelector("s-progress");
  expect(bar?.getAttribute("value")).toBe("40");
  expect(bar?.getAttribute("accessibilitylabel")).toContain("40%");
});

test("what is missing is told where it can be counted", async () => {
  const missing = { spend: 42.5, currency: "GBP", orders: 1 };
  using extension = openBlock(answerWith({ ...standing, next: { ...standing.next, missing } }));
  await extension.render();
  expect(shown()).toContain("£42.50 more and you reach Inner circle.");
  expect(shown()).toContain("1 more order and you reach Inner circle.");
});

test("whoever is at the top reads so, and what it brings line by line", async () => {
  using extension = openBlock(answerWith({ tier: "core", next: null }));
  await extension.render();
  expect(shown()).toContain(english.highest);
  const lines = [...document.querySelectorAll("s-list-item")].map((line) => line.textContent);
  expect(lines).toEqual(["Free shipping", "First access"]);
});

test.each([
  ["a customer without a tier", answerWith(null)],
  ["a tier the shop no longer has", answerWith({ tier: "silver", next: null })],
  ["fields that are something else", answerWith("x", { core: 1 })],
  ["an answer that is an error", () => Promise.resolve(new Response("no", { status: 500 }))],
  ["no answer", () => Promise.reject(new Error("offline"))],
])("%s shows nothing", async (_case, answer) => {
  using extension = openBlock(answer);
  await extension.render();
  expect(document.body.innerHTML).toBe("");
});

test.each([
  ["ru", russian, ["one", "few", "many", "other"]],
  ["zh-CN", chinese, ["one", "other"]],
])("%s says everything English says, with the same values", (_locale, words, plurals) => {
  const valuesOf = (text: unknown) =>
    [...JSON.stringify(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  expect(Object.keys(words)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(words)) {
    const same = new Set(valuesOf(english[key as keyof typeof english]));
    expect(new Set(valuesOf(text)), key).toEqual(same);
  }
  expect(Object.keys(words.missingOrders)).toEqual(plurals);
});
