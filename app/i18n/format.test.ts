import { describe, expect, it, test } from "vitest";
import { formatsFor } from "./format.ts";

const now = "2026-03-10T12:00:00Z";
const british = formatsFor("en", { currencyCode: "GBP", timeZone: "Europe/London" }, now);
const japanese = formatsFor("en", { currencyCode: "JPY", timeZone: "Asia/Tokyo" }, now);
const kuwaiti = formatsFor("en", { currencyCode: "KWD", timeZone: "Asia/Kuwait" }, now);

describe("money", () => {
  it("reads minor units by the currency's own decimals", () => {
    expect(british.money(123450)).toBe("£1,234.50");
    expect(japanese.money(123450)).toBe("¥123,450");
    expect(kuwaiti.money(123450)).toMatch(/123\.450$/);
  });

  it("puts the minus before the symbol", () => {
    expect(british.money(-950)).toBe("-£9.50");
  });

  it("drops the decimals from 1,000 units up in sentences, never below", () => {
    expect(british.moneyInShort(99999)).toBe("£999.99");
    expect(british.moneyInShort(100000)).toBe("£1,000");
    expect(british.moneyInShort(41030049)).toBe("£410,300");
    expect(japanese.moneyInShort(999)).toBe("¥999");
  });
});

describe("percent", () => {
  it("is whole, and keeps one decimal below 1 % so that little is not none", () => {
    expect(british.percent(0.644)).toBe("64%");
    expect(british.percent(0.004)).toBe("0.4%");
    expect(british.percent(0.0003)).toBe("<0.1%");
    expect(british.percent(0)).toBe("0%");
    expect(british.percent(1)).toBe("100%");
  });
});

describe("percentDown", () => {
  it("never promises more than there is, and does not lose a whole percent to rounding noise", () => {
    expect(british.percentDown(0.9997)).toBe("99%");
    expect(british.percentDown(0.29)).toBe("29%");
    expect(british.percentDown(1)).toBe("100%");
    expect(british.percentDown(0)).toBe("0%");
  });
});

describe("dates", () => {
  it("are days of the shop, not of the reader's machine", () => {
    expect(british.date("2026-03-04T23:30:00Z")).toBe("Mar 4, 2026");
    expect(japanese.date("2026-03-04T23:30:00Z")).toBe("Mar 5, 2026");
  });

  it("without a time stay the same day in every zone", () => {
    expect(
      formatsFor("en", { currencyCode: "USD", timeZone: "Pacific/Honolulu" }, now).calendarDate(
        "2011-12-10",
      ),
    ).toBe("Dec 10, 2011");
  });

  it("are relative within 7 days and plain from then on", () => {
    expect(british.relative("2026-03-10T11:59:30Z")).toBe("now");
    expect(british.relative("2026-03-10T11:56:00Z")).toBe("4 minutes ago");
    expect(british.relative("2026-03-10T09:00:00Z")).toBe("3 hours ago");
    expect(british.relative("2026-03-09T11:00:00Z")).toBe("yesterday");
    expect(british.relative("2026-03-04T12:00:00Z")).toBe("6 days ago");
    expect(british.relative("2026-03-03T12:00:00Z")).toBe("Mar 3, 2026");
    expect(british.relative("2026-03-10T14:00:00Z")).toBe("in 2 hours");
  });
});

test("minor units are the ledger's own, also where shop windows show none", () => {
  const hungarian = formatsFor("en", { currencyCode: "HUF", timeZone: "Europe/Budapest" }, now);
  expect(hungarian.money(199_000)).toMatch(/^Ft\s1,990$/);
});
