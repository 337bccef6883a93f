import { describe, expect, it } from "vitest";
import { addressOfLabel, labelFromAddress, nameOfChoice } from "./label-choice.ts";

const labels = {
  tiers: [{ key: "core", name: "Core" }],
  groups: [{ key: "own:1", name: "Ours" }],
};

describe("the choice of a tier or group", () => {
  it.each([
    { family: "tiers", key: "core" },
    { family: "groups", key: "own:1" },
    { family: "tiers", key: null },
  ] as const)("comes back from the address as it went in: %o", (choice) => {
    const params = new URLSearchParams({ of: addressOfLabel(choice) });
    expect(labelFromAddress(params)).toEqual(choice);
  });

  it.each(["", "tier:", "planet:core", "core"])("is everybody for %o", (of) => {
    expect(labelFromAddress(new URLSearchParams({ of })).key).toBeNull();
  });

  it("has the name of its own family only", () => {
    expect(nameOfChoice(labels, { family: "tiers", key: "core" })).toBe("Core");
    expect(nameOfChoice(labels, { family: "groups", key: "core" })).toBeNull();
  });
});
