import { expect, test } from "vitest";
import { stageOf } from "./stage.ts";

test.each([
  [91, 9, "lost"],
  [90, 9, "declining"],
  [31, 1, "declining"],
  [30, 1, "new"],
  [30, 2, "growing"],
  [30, 3, "growing"],
  [0, 4, "mature"],
])(
  "%i days after the last of %i orders a customer is %s where 30 days are usual",
  (recencyDays, orderCount, stage) => {
    expect(stageOf(recencyDays, orderCount, 30)).toBe(stage);
  },
);
