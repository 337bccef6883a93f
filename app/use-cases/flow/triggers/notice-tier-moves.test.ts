import { expect, test } from "vitest";
import { runKinds } from "../../../persistence/runs.ts";
import { doesSpeak } from "./notice-tier-moves.ts";

test("the first reading is silent, a change of the rules is told where it is wanted, everything else is told", () => {
  const silent = (afterRuleChanges: boolean) =>
    runKinds.filter((kind) => !doesSpeak(kind, afterRuleChanges));
  expect(silent(false)).toEqual(["import", "program-change"]);
  expect(silent(true)).toEqual(["import"]);
});
