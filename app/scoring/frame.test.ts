import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFrame } from "./frame.ts";
import { FrameBuilder } from "./frame-builder.ts";

type Row = [customer: number, day: number, atMs: number, netMinor: number];

function frameOf(customerCount: number, rows: Row[]) {
  const builder = new FrameBuilder();
  for (const row of rows) builder.add(...row);
  return builder.build(customerCount);
}

describe("a frame", () => {
  test("groups orders by customer, each by day and instant, and keeps customers without any", () => {
    const frame = frameOf(3, [
      [2, 20, 2000, 1],
      [0, 11, 1101, 2],
      [2, 10, 1000, 3],
      [0, 11, 1100, 4],
    ]);
    expect([...frame.offsets]).toEqual([0, 2, 2, 4]);
    expect([...frame.orderDay]).toEqual([11, 11, 10, 20]);
    expect([...frame.orderAtMs]).toEqual([1100, 1101, 1000, 2000]);
    expect([...frame.orderNetMinor]).toEqual([4, 2, 3, 1]);
  });

  test("goes by day where a later instant has the earlier date", () => {
    expect([
      ...frameOf(1, [
        [0, 6, 5000, 1],
        [0, 5, 5001, 2],
      ]).orderNetMinor,
    ]).toEqual([2, 1]);
  });

  test("of nobody is empty", () => {
    expect(frameOf(0, [])).toMatchObject({ customerCount: 0, offsets: Uint32Array.of(0) });
  });

  test("is the same in whatever order the rows come, for short and long histories", () => {
    const rows = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -50, max: 400 })),
      { maxLength: 400, minLength: 100 },
    );
    fc.assert(
      fc.property(
        rows.chain((pairs) =>
          fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
        ),
        ([pairs, shuffled]) => {
          const toRow = ([customer, day]: [number, number]): Row => [
            customer,
            day,
            day * 1000 + customer,
            day + 1000,
          ];
          expect(frameOf(3, shuffled.map(toRow))).toEqual(frameOf(3, pairs.map(toRow)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("shares the columns of rows that come by customer and in time order, and only of those", () => {
    const columns = {
      customer: Uint32Array.of(0, 2, 2),
      day: Int32Array.of(9, 5, 5),
      atMs: Float64Array.of(900, 500, 501),
      netMinor: Float64Array.of(1, 2, 3),
    };
    const shared = buildFrame(4, columns);
    expect([...shared.offsets]).toEqual([0, 1, 1, 3, 3]);
    expect(shared.orderNetMinor).toBe(columns.netMinor);
    const late = { ...columns, atMs: Float64Array.of(900, 501, 500) };
    expect([...buildFrame(4, late).orderNetMinor]).toEqual([1, 3, 2]);
    expect([...late.netMinor]).toEqual([1, 2, 3]);
  });

  test("does not change the columns it is built from", () => {
    const columns = {
      customer: Uint32Array.of(0, 0),
      day: Int32Array.of(2, 1),
      atMs: Float64Array.of(2, 1),
      netMinor: Float64Array.of(5, 6),
    };
    const before = structuredClone(columns);
    buildFrame(1, columns);
    expect(columns).toEqual(before);
  });

  test.each([0, -5, 1.5, NaN])("takes no net of %d", (netMinor) => {
    expect(() => new FrameBuilder().add(0, 0, 0, netMinor)).toThrow(RangeError);
  });

  test("takes no order of a customer it does not have", () => {
    expect(() => frameOf(1, [[1, 0, 0, 1]])).toThrow(RangeError);
  });
});
