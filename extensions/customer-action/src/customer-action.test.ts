/// <reference types="@shopify/ui-extensions/admin.customer-details.action.render" />
import { setUpExtension } from "@shopify/ui-extensions-tester";
import { afterEach, expect, test, vi } from "vitest";
import english from "../locales/en.default.json" with { type: "json" };
import russian from "../locales/ru.json" with { type: "json" };
import chinese from "../locales/zh-CN.json" with { type: "json" };

const card = {
  kind: "ranked",
  tierKey: "growth",
  tiers: [
    { key: "core", name: "Inner circle" },
    { key: "growth", name: "Growth" },
  ],
  override: null,
};
const address = "/app/customers/7/card";

afterEach(() => vi.unstubAllGlobals());

async function openAction(said: object | null, answer = new Response("{}")) {
  const extension = setUpExtension("admin.customer-details.action.render");
  const ask = vi.fn((_address: string, init?: RequestInit) =>
    said === null
      ? Promise.reject(new Error("offline"))
      : Promise.resolve(init === undefined ? Response.json(said) : answer),
  );
  vi.stubGlobal("fetch", ask);
  extension.shopify.data.selected = [{ id: "gid://shopify/Customer/7" }];
  extension.shopify.i18n.translate = translate as never;
  extension.shopify.i18n.formatDate = (date) => date.toISOString().slice(0, 10);
  const close = vi.fn();
  extension.shopify.close = close;
  await extension.render();
  return { ask, close, [Symbol.dispose]: () => extension[Symbol.dispose]() };
}

function translate(key: string, values: Record<string, unknown> = {}): string {
  const found = key
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], english);
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
    String(found),
  );
}

const shown = () => document.body.textContent;

async function press(label: string): Promise<void> {
  const button = await vi.waitFor(() => {
    const found = [...document.querySelectorAll("s-button")].find(
      ({ textContent }) => textContent === label,
    );
    if (found === undefined) throw new Error(`there is no button ${label}`);
    return found;
  });
  button.click();
}

function fill(name: string, value: string, event: "change" | "input"): void {
  const field = document.querySelector(name);
  if (field === null) throw new Error(`there is no ${name}`);
  Object.assign(field, { value });
  field.dispatchEvent(new Event(event));
}

function sentBy({ mock }: Awaited<ReturnType<typeof openAction>>["ask"]): unknown {
  const [to, init] = mock.calls.at(-1) ?? [];
  expect(to).toBe(address);
  return JSON.parse(init?.body as string) as unknown;
}

test("a tier is set with its last day and its reason, and said to be", async () => {
  using action = await openAction(card);
  await vi.waitFor(() => expect(shown()).toContain("Inner circle"));
  fill("s-select", "core", "change");
  fill("s-date-field", "2026-12-24", "change");
  fill("s-text-field", "a friend", "input");
  await press(english.override);
  await vi.waitFor(() => expect(shown()).toContain(english.done.override));
  expect(sentBy(action.ask)).toEqual({
    action: "override",
    tier: "core",
    endsOn: "2026-12-24",
    reason: "a friend",
  });
});

test("the customer is scored again at the press of a button", async () => {
  using action = await openAction(card);
  await press(english.recalculate);
  await vi.waitFor(() => expect(shown()).toContain(english.done.recalculate));
  expect(sentBy(action.ask)).toEqual({ action: "recalculate" });
});

test("a tier chosen by hand is told, and let go of", async () => {
  const override = { tier: "Inner circle", endsOn: "2026-12-24" };
  using action = await openAction({ ...card, override });
  await vi.waitFor(() =>
    expect(shown()).toContain("Inner circle was chosen by hand and stays until 2026-12-24."),
  );
  await press(english.release);
  await vi.waitFor(() => expect(shown()).toContain(english.done.release));
  expect(sentBy(action.ask)).toEqual({ action: "release", reason: "" });
});

test("what keeps it from being done is told in words, and can be put right", async () => {
  const refused = Response.json({ kind: "refused", problem: "day-is-over" }, { status: 409 });
  using _action = await openAction(card, refused);
  await press(english.override);
  await vi.waitFor(() => expect(shown()).toContain(english.problems["day-is-over"]));
  expect(document.querySelector("s-date-field")).not.toBeNull();
});

test("without the app nothing can be chosen, and the action closes", async () => {
  using action = await openAction(null);
  await vi.waitFor(() => expect(shown()).toContain(english.problems["not-reached"]));
  expect(document.querySelector("s-select")).toBeNull();
  await press(english.close);
  expect(action.close).toHaveBeenCalledOnce();
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
