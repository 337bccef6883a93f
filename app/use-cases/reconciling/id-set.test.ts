import fc from "fast-check";
import { expect, test } from "vitest";
import { createIdGatherer } from "./id-set.ts";

const id = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });

test("exactly the ids that were gathered are among them, however many and in whatever order", () => {
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (ids, others) => {
      const gatherer = createIdGatherer();
      for (const one of ids) gatherer.add(one);
      const gathered = gatherer.gathered();
      for (const one of [...ids, ...others]) expect(gathered.has(one)).toBe(ids.includes(one));
    }),
  );
});

test("there is room for more than were expected", () => {
  const gatherer = createIdGatherer();
  for (let one = 5_000n; one > 0n; one -= 1n) gatherer.add(one);
  const gathered = gatherer.gathered();
  expect([gathered.has(1n), gathered.has(5_000n), gathered.has(5_001n)]).toEqual([
    true,
    true,
    false,
  ]);
});
