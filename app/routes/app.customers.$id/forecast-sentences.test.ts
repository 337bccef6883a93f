import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import { forecastSentences, type Forecast } from "./forecast-sentences.ts";

const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");
const regular: Forecast = {
  kind: "forecast",
  purchases: 5,
  pBuy90d: 0.31,
  pBuy180d: 0.52,
  expectedOrders: 1.4,
  expectedSpendMinor: 26_000,
  orders: null,
  spendMinor: null,
  nextOrderOn: "2026-05-02",
  rules: { purchases: "mbg-nbd", chances: "mbg-nbd" },
  isTested: true,
};
const say = (forecast: Forecast) => forecastSentences(forecast, textIn(english), formats);

describe("forecastSentences", () => {
  it("says chances in tenths of customers, and the date half of them are back by", () => {
    expect(say(regular)).toEqual([
      "About 3 in 10 customers like this buy again within 90 days.",
      "Within 180 days, about 5 in 10 do.",
      "Half of those who come back do so by May 2, 2026.",
    ]);
  });

  it("says when it is likelier that no order follows", () => {
    expect(say({ ...regular, nextOrderOn: null }).at(-1)).toBe(
      "It is likelier than not that no further order follows.",
    );
  });

  it("predicts nothing of one order but what became of others with one", () => {
    expect(say({ ...regular, purchases: 1, pBuy90d: 0.004 })).toEqual([
      "One order so far: too early to predict orders, spend or a date.",
      "Fewer than 1 in 100 customers like this buy again within 90 days.",
      "Within 180 days, about 5 in 10 do.",
    ]);
  });
});
