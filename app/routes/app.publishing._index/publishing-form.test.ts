import { describe, expect, it } from "vitest";
import { withSwitch } from "./publishing-form.ts";

const flow = {
  ...{ tierChanged: true, atRisk: true, aboutToChange: true },
  ...{ afterRuleChanges: false, daysBefore: 7 },
};
const rest = { dryRun: false, tagPrefix: "echelon", flow };
const allOn = { tags: true, metafields: true, segments: true, discounts: true, ...rest };
const allOff = { tags: false, metafields: false, segments: false, discounts: false, ...rest };

describe("the switches of publishing", () => {
  it("turn off what needs the thing turned off", () => {
    expect(withSwitch(allOn, "tags", false)).toEqual({ ...allOff, metafields: true });
    expect(withSwitch(allOn, "segments", false)).toEqual({
      ...allOn,
      segments: false,
      discounts: false,
    });
  });

  it("turn on what the thing turned on needs", () => {
    expect(withSwitch(allOff, "discounts", true)).toEqual({ ...allOn, metafields: false });
    expect(withSwitch(allOff, "segments", true)).toEqual({
      ...allOff,
      tags: true,
      segments: true,
    });
    expect(withSwitch(allOff, "tags", true)).toEqual({ ...allOff, tags: true });
  });
});
