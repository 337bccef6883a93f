import { expect, test } from "vitest";
import { addressOfMovers, whichFromAddress } from "./which-movers.ts";

test.each([
  { step: null, direction: null },
  { step: null, direction: "up" as const },
  { step: { from: "growth", to: "core" }, direction: null },
  { step: { from: null, to: "core" }, direction: null },
])("an address says whom it lists: %o", (which) => {
  expect(whichFromAddress(new URLSearchParams(addressOfMovers(which)))).toEqual(which);
});

test("what an address cannot mean is everybody", () => {
  const nonsense = new URLSearchParams("direction=away&from=core");
  expect(whichFromAddress(nonsense)).toEqual({ step: null, direction: null });
});
