import { expect, test } from "vitest";
import { drawHistories, type History } from "./history.ts";
import { shrinkHistories } from "./shrink.ts";

test("of many histories one action is left when it alone is at fault", async () => {
  const culprit: History = [
    { kind: "cancel", order: 3, refund: true },
    { kind: "merge", kept: 1 },
    { kind: "delete-order", order: 19 },
  ];
  let asked = 0;
  const isAtFault = (histories: readonly History[]) => {
    asked += 1;
    return Promise.resolve(
      histories.some((history) => history.some((action) => action === culprit[1])),
    );
  };
  const histories = [...drawHistories(1, 40), culprit, ...drawHistories(2, 23)];
  expect(await shrinkHistories(histories, isAtFault)).toEqual([[culprit[1]]]);
  expect(asked).toBeLessThan(30);
});

test("more histories of a seed only add to those there are", () => {
  expect(drawHistories(5, 30).slice(0, 10)).toEqual(drawHistories(5, 10));
  expect(drawHistories(6, 10)).not.toEqual(drawHistories(5, 10));
});
