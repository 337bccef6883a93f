import { describe, expect, it } from "vitest";
import { english } from "../i18n/en/language.ts";
import { textIn } from "../i18n/text.ts";
import type { WorkProgress } from "../use-cases/pages/page-words.ts";
import { doneSentence, stageTitle, timeLeftSentence } from "./progress-words.ts";

const text = textIn(english);
const reading: WorkProgress = {
  kind: "import",
  stage: "reading",
  done: 31200,
  total: 52000,
  startedAt: "2026-03-04T14:00:00Z",
  secondsLeft: null,
  waitingSince: null,
};

describe("progress in words", () => {
  it("names the stage and how much is done", () => {
    expect(stageTitle(reading, text)).toBe("Reading orders");
    expect(doneSentence(reading, text)).toBe("31,200 of about 52,000.");
    expect(doneSentence({ ...reading, kind: "publication", stage: "tags" }, text)).toBe(
      "31,200 of 52,000.",
    );
  });

  it("counts without a total, and says nothing before the first one", () => {
    expect(doneSentence({ ...reading, total: null }, text)).toBe("31,200 so far.");
    expect(doneSentence({ ...reading, total: null, done: 0 }, text)).toBeNull();
  });

  it("names an unknown stage by its kind", () => {
    expect(stageTitle({ ...reading, kind: "publication", stage: "something-new" }, text)).toBe(
      "Bringing Shopify in step",
    );
  });

  it("gives the time left as a range in words", () => {
    expect(timeLeftSentence(null, text)).toBeNull();
    expect(timeLeftSentence({ from: 20, to: 40 }, text)).toBe("Less than a minute left.");
    expect(timeLeftSentence({ from: 45, to: 80 }, text)).toBe("About a minute left.");
    expect(timeLeftSentence({ from: 600, to: 900 }, text)).toBe("About 10 to 15 minutes left.");
    expect(timeLeftSentence({ from: 720, to: 720 }, text)).toBe("About 12 minutes left.");
    expect(timeLeftSentence({ from: 9000, to: 11000 }, text)).toBe("About 3 hours left.");
  });
});
