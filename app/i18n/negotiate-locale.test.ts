import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./negotiate-locale.ts";

describe("negotiateLocale", () => {
  it("takes a region variant as its language", () => {
    expect(negotiateLocale("en-GB")).toBe("en");
    expect(negotiateLocale("EN_us")).toBe("en");
  });

  it("answers English for a language we do not speak, none, or nonsense", () => {
    expect(negotiateLocale("tlh")).toBe("en");
    expect(negotiateLocale(null)).toBe("en");
    expect(negotiateLocale("")).toBe("en");
    expect(negotiateLocale("../../etc")).toBe("en");
  });
});
