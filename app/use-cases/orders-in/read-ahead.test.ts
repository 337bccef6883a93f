import { expect, test } from "vitest";
import { readAhead } from "./read-ahead.ts";

interface Source {
  made: number[];
  ended: boolean;
}

async function* count(source: Source, failAt = Infinity): AsyncGenerator<number, void> {
  try {
    for (let item = 1; item <= 4; item += 1) {
      await Promise.resolve();
      if (item === failAt) throw new Error("broke off");
      source.made.push(item);
      yield item;
    }
  } finally {
    source.ended = true;
  }
}

/** Long enough for a source that waits for nothing. */
const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test("items come in order, and the next one is made while one is worked on", async () => {
  const source = { made: [], ended: false };
  const seen: number[][] = [];
  for await (const item of readAhead(count(source))) {
    await aMoment();
    seen.push([item, source.made.length]);
  }
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
  ]);
});

test("a source that fails does so after its last good item, however long that takes", async () => {
  const seen: number[] = [];
  const reading = async () => {
    for await (const item of readAhead(count({ made: [], ended: false }, 3))) {
      await aMoment();
      seen.push(item);
    }
  };
  await expect(reading).rejects.toThrow("broke off");
  expect(seen).toEqual([1, 2]);
});

test("whoever stops early ends the source", async () => {
  const source = { made: [], ended: false };
  for await (const item of readAhead(count(source))) if (item === 2) break;
  expect(source.ended).toBe(true);
});
