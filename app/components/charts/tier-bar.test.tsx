import { AppProvider } from "@shopify/polaris";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { LanguageProvider, ShopFormats } from "../../i18n/use-text.tsx";
import type { LabelShare } from "../../use-cases/pages/page-words.ts";
import { TierBar } from "./tier-bar.tsx";

const shop = { currencyCode: "GBP", timeZone: "Europe/London" };

function drawn(tiers: LabelShare[]): string {
  return renderToStaticMarkup(
    <AppProvider i18n={english.polaris}>
      <LanguageProvider language={english}>
        <ShopFormats shop={shop} now="2026-03-04T12:00:00Z">
          <TierBar tiers={tiers} windowDays={365} />
        </ShopFormats>
      </LanguageProvider>
    </AppProvider>,
  );
}

function tier(
  key: string,
  rank: number,
  customers: number,
  windowNetMinorUnits: number,
): LabelShare {
  return { key, name: key, rank, customers, windowNetMinorUnits };
}

describe("TierBar", () => {
  it("answers with both shares of the top tier, and hides the drawing from screen readers", () => {
    const html = drawn([tier("Core", 0, 20, 6400), tier("Base", 1, 80, 3600)]);
    expect(html).toContain("Core: 20% of customers bring 64% of sales, last 365 days.");
    expect(html).toContain('aria-hidden="true"');
    expect(html).toContain("<caption>Customers and net sales by tier</caption>");
  });

  it("prints counts and amounts instead of percentages for few customers", () => {
    const html = drawn([tier("Core", 0, 0, 0), tier("Base", 1, 4, 20170)]);
    expect(html).toContain("Base: 4 customers with £201.70 net sales, last 365 days.");
    expect(html).not.toContain("%</");
  });
});
