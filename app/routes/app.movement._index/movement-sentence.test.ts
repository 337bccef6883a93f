import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import type { Movement } from "../../use-cases/pages/movement-page.ts";
import { movementSentence } from "./movement-sentence.ts";

const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-06-30T12:00:00Z");
const quiet: Movement = {
  firstDay: "2026-01-10",
  period: { from: "2026-05-31", until: "2026-06-30" },
  moves: [],
  up: 0,
  down: 0,
  sideways: 0,
  entered: 0,
  left: 0,
  reasons: [],
  counts: { days: [], labels: [] },
  list: [],
  flows: null,
};
const say = (family: "tier" | "group", changes: Partial<Movement>) =>
  movementSentence(family, { ...quiet, ...changes }, textIn(english), formats);

describe("movementSentence", () => {
  it("says how many moved, entered and left", () => {
    expect(say("tier", { up: 73, down: 1, entered: 1 })).toBe(
      "73 customers moved up and 1 down between May 31, 2026 and Jun 30, 2026. 1 customer entered, 0 left.",
    );
    expect(say("group", { sideways: 1 })).toBe(
      "1 customer changed group between May 31, 2026 and Jun 30, 2026.",
    );
  });

  it("says when nobody did", () => {
    expect(say("tier", {})).toBe("Nobody changed tier between May 31, 2026 and Jun 30, 2026.");
  });

  it("says from which calculation it can know", () => {
    const period = { from: null, until: "2026-06-30" };
    expect(say("tier", { period, up: 2 })).toBe(
      "2 customers moved up and 0 down between Jan 10, 2026 (first calculation) and Jun 30, 2026.",
    );
    expect(say("tier", { period: { from: null, until: "2026-01-10" } })).toBe(
      "Movement appears once a second calculation has run.",
    );
  });
});
