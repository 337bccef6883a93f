import { expect, test } from "vitest";
import type { FlowOutcome } from "../../../shopify/flow-triggers.ts";
import { judgeAnswers, notDeployed } from "./judge-answers.ts";

const taken: FlowOutcome = { kind: "taken" };
const refused: FlowOutcome = { kind: "refused", message: "Type error" };
const later: FlowOutcome = { kind: "try-again", code: "TIMEOUT" };
const unknown: FlowOutcome = { kind: "no-such-trigger" };
const judge = (...outcomes: FlowOutcome[]) =>
  judgeAnswers(
    outcomes.map((_outcome, place) => BigInt(place)),
    outcomes,
  );

test("one who is refused beside others keeps nobody else back", () => {
  expect(judge(taken, refused, taken)).toEqual({
    ...{ taken: [0n, 2n], refused: [1n], problem: null, tryAgain: null },
  });
});

test("where none was taken the trigger has the problem, and nobody is given up", () => {
  expect(judge(refused, refused)).toMatchObject({ refused: [], problem: "Type error" });
  expect(judge(unknown, unknown)).toMatchObject({ taken: [], refused: [], problem: notDeployed });
});

test("what Shopify has not got to is neither a refusal nor a problem", () => {
  expect(judge(taken, later)).toMatchObject({ taken: [0n], problem: null, tryAgain: "TIMEOUT" });
  expect(judge(refused, later)).toMatchObject({ problem: null, tryAgain: "TIMEOUT" });
});

test("an answer that is missing is worth another attempt", () => {
  expect(judgeAnswers([1n, 2n], [taken])).toMatchObject({ taken: [1n], tryAgain: "NO_ANSWER" });
});
