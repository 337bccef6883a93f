import { describe, expect, it } from "vitest";
import { formOf, settingsOf, withSwitch } from "./publishing-form.ts";

const allOn = { tags: true, metafields: true, segments: true, topTierDiscountPercent: 15 };

describe("the publishing form", () => {
  it("sends back what it was opened with", () => {
    expect(settingsOf(formOf(allOn))).toEqual(allOn);
    const off = { tags: false, metafields: false, segments: false, topTierDiscountPercent: null };
    expect(settingsOf(formOf(off))).toEqual(off);
  });

  it("offers 10 percent for a first discount", () => {
    expect(formOf({ ...allOn, topTierDiscountPercent: null }).percent).toBe("10");
  });

  it("turns off what needs the thing turned off", () => {
    expect(withSwitch(formOf(allOn), "tags", false)).toMatchObject({
      segments: false,
      discount: false,
      metafields: true,
    });
    expect(withSwitch(formOf(allOn), "segments", false)).toMatchObject({
      tags: true,
      discount: false,
    });
  });

  it("turns on what the thing turned on needs", () => {
    const off = formOf({
      tags: false,
      metafields: false,
      segments: false,
      topTierDiscountPercent: null,
    });
    expect(withSwitch(off, "discount", true)).toMatchObject({
      tags: true,
      segments: true,
      discount: true,
      metafields: false,
    });
    expect(withSwitch(off, "segments", true)).toMatchObject({
      tags: true,
      segments: true,
      discount: false,
    });
    expect(withSwitch(off, "tags", true)).toMatchObject({ tags: true, segments: false });
  });

  it("sends a percentage that is refused rather than none for what is no number", () => {
    expect(settingsOf({ ...formOf(allOn), percent: "" }).topTierDiscountPercent).toBe(0);
    expect(settingsOf({ ...formOf(allOn), percent: "ten" }).topTierDiscountPercent).toBe(0);
  });
});
