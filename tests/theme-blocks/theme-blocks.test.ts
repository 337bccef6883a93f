import { describe, expect, test } from "vitest";
import { renderBlock, wordsOf, type Locale, type Visit } from "./render-block.ts";

const tiers = [
  { key: "core", name: "Core", benefits: "Free shipping\nFirst access", colour: "#1a6e4f" },
  { key: "growth", name: "Growth & more", benefits: "5 % off" },
  { key: "base", name: "Base" },
];
const standing = {
  tier: "growth",
  group: "potential",
  value: 61.2,
  next: { tier: "core", donePercent: 72, missing: null },
  products: ["tea", "cup", "gone", "sold-out"],
};
const products = {
  tea: {
    id: 1,
    title: "Tea <loose>",
    url: "/products/tea",
    available: true,
    featured_image: "tea.jpg",
    price: 450,
  },
  cup: {
    id: 2,
    title: "Cup",
    url: "/products/cup",
    available: true,
    price: 900,
    price_varies: true,
  },
  "sold-out": { id: 3, title: "Pot", url: "/products/pot", available: false, price: 900 },
};
const visit: Visit = { standing, tiers, products };

describe("the tier card", () => {
  test("tells the tier in the merchant's words, the way to the next one and the benefits", async () => {
    const html = await renderBlock("tier-card", visit);
    expect(html).toContain("Growth &amp; more");
    expect(html).toContain("72% of the way to Core");
    expect(html).toContain('aria-valuenow="72"');
    expect(html).toContain("5 % off");
    expect(html).not.toContain("<script");
  });

  test("tells whoever is at the top that there is nothing above", async () => {
    const html = await renderBlock("tier-card", {
      ...visit,
      standing: { ...standing, tier: "core", next: null },
    });
    expect(html).toContain("You are in our highest tier.");
    expect(html).not.toContain("progressbar");
    expect(html).toContain("Free shipping<br />");
    expect(html).toContain("--echelon-accent: #1a6e4f;");
  });

  test("tells what is missing, as money only where the visitor pays in the shop's currency", async () => {
    const missing = { spend: 42.5, currency: "GBP", orders: 2 };
    const fixed = { ...standing, next: { ...standing.next, missing } };
    const html = await renderBlock("tier-card", { ...visit, standing: fixed });
    expect(html).toContain("£42.50 more and you reach Core.");
    expect(html).toContain("2 more orders and you reach Core.");
    const abroad = await renderBlock("tier-card", {
      ...visit,
      standing: fixed,
      cartCurrency: "EUR",
    });
    expect(abroad).toContain("42.5 GBP more");
  });

  test.each([
    [1, "Ещё 1 заказ —"],
    [3, "Ещё 3 заказа —"],
    [5, "Ещё 5 заказов —"],
  ])("counts %i in Russian as Russians do", async (orders, words) => {
    const next = { ...standing.next, missing: { spend: 0, currency: "GBP", orders } };
    const html = await renderBlock("tier-card", {
      ...visit,
      locale: "ru",
      standing: { ...standing, next },
    });
    expect(html).toContain(words);
    expect(html).not.toContain("0 —");
  });

  test("shows a visitor without a tier nothing at all, and the merchant an example", async () => {
    expect((await renderBlock("tier-card", { tiers })).trim()).toBe("");
    const html = await renderBlock("tier-card", { tiers, inEditor: true });
    expect(html).toContain("60% of the way to Core");
    expect(html).toContain("An example, shown in the editor only");
    expect(await renderBlock("tier-card", { inEditor: true })).toContain(
      "Echelon publishes no tiers yet.",
    );
  });

  test("follows its settings: heading, parts and colours", async () => {
    const html = await renderBlock("tier-card", {
      ...visit,
      settings: {
        heading: "<b>Club</b>",
        show_progress: false,
        show_perks: false,
        accent: "#ff0000",
        background: "#ffffff",
      },
    });
    expect(html).toContain("&lt;b&gt;Club");
    expect(html).not.toContain("progressbar");
    expect(html).not.toContain("5 % off");
    expect(html).toContain("--echelon-accent: #ff0000;--echelon-background: #ffffff;");
  });

  test("a tier the shop no longer has draws nothing", async () => {
    const html = await renderBlock("tier-card", { tiers, standing: { tier: "silver" } });
    expect(html.trim()).toBe("");
  });
});

describe("the benefits by tier", () => {
  test("are those of each tier that has some, with the visitor's own marked", async () => {
    const html = await renderBlock("tier-perks", visit);
    expect(html.match(/<li/g)).toHaveLength(2);
    expect(html).toMatch(/<h3[^>]*>Growth &amp; more <span[^>]*>Your tier<\/span>/);
    expect(html.match(/aria-current/g)).toHaveLength(1);
  });

  test("are for everybody or for those with a tier, as the merchant wants", async () => {
    expect(await renderBlock("tier-perks", { tiers })).toContain("Free shipping");
    const settings = { show_to_everybody: false };
    expect((await renderBlock("tier-perks", { tiers, settings })).trim()).toBe("");
    expect(await renderBlock("tier-perks", { ...visit, settings })).toContain("Free shipping");
  });

  test("without any the merchant is told where to write them", async () => {
    const none = [{ key: "core", name: "Core" }];
    expect((await renderBlock("tier-perks", { tiers: none })).trim()).toBe("");
    const html = await renderBlock("tier-perks", { tiers: none, inEditor: true });
    expect(html).toContain("No tier has benefits yet.");
  });
});

describe("the suggested products", () => {
  test("are those that can be bought, in their order, and no more than wanted", async () => {
    const html = await renderBlock("next-products", visit);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual([
      "/products/tea",
      "/products/cup",
    ]);
    expect(html).toContain("Tea &lt;loose&gt;");
    expect(html).toContain("£4.50");
    expect(html).toContain("From £9.00");
    const one = await renderBlock("next-products", { ...visit, settings: { most: 1 } });
    expect(one.match(/<li/g)).toHaveLength(1);
  });

  test("nothing to suggest leaves nothing, and the merchant is told why", async () => {
    expect((await renderBlock("next-products", { standing, tiers })).trim()).toBe("");
    expect((await renderBlock("next-products", { tiers })).trim()).toBe("");
    const html = await renderBlock("next-products", { tiers, inEditor: true });
    expect(html).toContain("Products appear here");
  });
});

test.each(["zh-CN", "ru"] satisfies Locale[])("every block speaks %s", async (locale) => {
  const english = wordsIn(wordsOf("en.default"));
  for (const name of ["tier-card", "tier-perks", "next-products"] as const) {
    for (const inEditor of [false, true]) {
      const html = await renderBlock(name, { ...(inEditor ? { tiers } : visit), locale, inEditor });
      expect(english.filter((word) => html.includes(word))).toEqual([]);
    }
  }
});

/** All whole sentences, which no name of a shop's own could contain by chance. */
function wordsIn(words: unknown): string[] {
  if (typeof words === "string") return words.includes("{{") ? [] : [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(wordsIn) : [];
}
