import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { textIn } from "../../i18n/text.ts";
import { errorsAtFields } from "./field-problems.ts";

const at = (...fields: string[]) =>
  errorsAtFields(
    fields.map((field) => ({ field })),
    3,
    textIn(english),
  );

describe("errorsAtFields", () => {
  it("puts each refusal at its own field", () => {
    expect(at("windowDays").windowDays).toMatch(/whole days/);
    expect(at("weights").weights).toMatch(/100% together/);
    expect(at("weights.recency").recency).toMatch(/0 to 100/);
    expect(Object.keys(at("tiers.1.name", "tiers.0.key").names)).toEqual(["0", "1"]);
  });

  it("tells the lowest tier, which has no percentage, that the others take everyone", () => {
    expect(at("tiers.0.cutBp").shares[0]).toMatch(/leaves customers/);
    expect(at("tiers.2.cutBp").shares[2]).toMatch(/Make one of them smaller/);
  });

  it("never loses a refusal it has no field for", () => {
    expect(at("tiers").ladder).toMatch(/two tiers/);
    expect(at("").ladder).toBeTruthy();
    expect(at("groups").ladder).toBeTruthy();
  });
});
