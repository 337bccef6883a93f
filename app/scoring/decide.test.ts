import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";

const none = { tier: null, group: null };
const core = { tier: "core", group: "high-value" };

describe("decide", () => {
  test("assigns both labels to a customer who had none", () => {
    expect(decide(7n, none, core)).toEqual([
      { customer: 7n, family: "tier", from: null, to: "core" },
      { customer: 7n, family: "group", from: null, to: "high-value" },
    ]);
  });

  test("decides nothing when the labels are the same, ranked or not", () => {
    expect([...decide(7n, core, core), ...decide(7n, none, none)]).toEqual([]);
  });

  test("changes one family and leaves the other", () => {
    expect(decide("a", core, { tier: "core", group: "at-risk" })).toEqual([
      { customer: "a", family: "group", from: "high-value", to: "at-risk" },
    ]);
  });

  test("removes both labels from a customer who is no longer ranked", () => {
    expect(decide(7n, core, none).map(({ family, to }) => [family, to])).toEqual([
      ["tier", null],
      ["group", null],
    ]);
  });
});
