import { expect, test } from "vitest";
import { LeakyBucket } from "./leaky-bucket.ts";

test("a Standard bucket holds 2,000 points and restores 100 a second up to that", () => {
  let nowMs = 0;
  const bucket = new LeakyBucket("standard", () => nowMs);
  expect(bucket.take(1_500)).toBe(true);
  expect(bucket.take(501)).toBe(false);
  expect(bucket.status()).toEqual({
    maximumAvailable: 2_000,
    currentlyAvailable: 500,
    restoreRate: 100,
  });
  nowMs = 10;
  expect(bucket.take(501)).toBe(true);
  nowMs = 3_600_000;
  expect(bucket.status().currentlyAvailable).toBe(2_000);
});

test("points given back are there at once and never exceed the bucket", () => {
  const bucket = new LeakyBucket("plus", () => 0);
  bucket.take(100);
  bucket.giveBack(60);
  expect(bucket.status().currentlyAvailable).toBe(19_960);
  bucket.giveBack(1_000);
  expect(bucket.status().currentlyAvailable).toBe(20_000);
});
