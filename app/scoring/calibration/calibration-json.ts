import { z } from "zod";
import type { Calibration, MetricCutPoints } from "./calibration.ts";
import { industryKeys } from "../industry.ts";
import type { CutPoints } from "../cut-points/cut-points.ts";
import { quantileCutPoints } from "../cut-points/cut-points.ts";
import type { Ladder } from "../cut-points/ladder.ts";

const wholeNumbers = z.array(z.int());

const ladderJson = z.strictObject({
  /** The first value, then each one's distance from the one before: short numbers make a short text. */
  steps: wholeNumbers,
  /** Customers at each value; counts, unlike `less`, add up over parts of a base. */
  customers: wholeNumbers,
});

/** JSON has no infinity: `null` = nobody reaches that score. */
const cutPointsJson = z.array(z.int().nullable());

const calibrationJson = z.strictObject({
  asOfDay: z.int(),
  rankedCustomers: z.int().min(0),
  cycleDays: z.number().positive(),
  ladders: z.strictObject({
    recency: ladderJson,
    frequency: ladderJson,
    monetary: ladderJson,
    value: ladderJson,
  }),
  /** Absent in calibrations from before there were others than fifths. */
  cutPoints: z
    .strictObject({ recency: cutPointsJson, frequency: cutPointsJson, monetary: cutPointsJson })
    .optional(),
  tierBreaks: cutPointsJson.optional(),
  startingPoint: z.enum(industryKeys).optional(),
  models: z.json().optional(),
});

/** A calibration as plain JSON. */
export type CalibrationJson = z.infer<typeof calibrationJson>;

type LadderJson = z.infer<typeof ladderJson>;

/** Packs a calibration for storing. */
export function encodeCalibration(calibration: Calibration): CalibrationJson {
  const { ladders, cutPoints, tierBreaks, ...plain } = calibration;
  return {
    ...plain,
    ladders: {
      recency: encodeLadder(ladders.recency),
      frequency: encodeLadder(ladders.frequency),
      monetary: encodeLadder(ladders.monetary),
      value: encodeLadder(ladders.value),
    },
    cutPoints: {
      recency: encodeCutPoints(cutPoints.recency),
      frequency: encodeCutPoints(cutPoints.frequency),
      monetary: encodeCutPoints(cutPoints.monetary),
    },
    ...(tierBreaks && { tierBreaks: encodeCutPoints(tierBreaks) }),
  };
}

/** Unpacks what `encodeCalibration` made; throws a `ZodError` for anything else. */
export function decodeCalibration(json: unknown): Calibration {
  const {
    ladders: packed,
    cutPoints,
    tierBreaks,
    startingPoint,
    models,
    ...plain
  } = calibrationJson.parse(json);
  const ladders = {
    recency: decodeLadder(packed.recency),
    frequency: decodeLadder(packed.frequency),
    monetary: decodeLadder(packed.monetary),
    value: decodeLadder(packed.value),
  };
  return {
    ...plain,
    ladders,
    cutPoints: cutPoints === undefined ? fifthsOf(ladders) : decodeAllCutPoints(cutPoints),
    ...(tierBreaks && { tierBreaks: decodeCutPoints(tierBreaks) }),
    ...(startingPoint && { startingPoint }),
    ...(models !== undefined && { models }),
  };
}

function fifthsOf({ recency, frequency, monetary }: Calibration["ladders"]): MetricCutPoints {
  return {
    recency: quantileCutPoints(recency, 5),
    frequency: quantileCutPoints(frequency, 5),
    monetary: quantileCutPoints(monetary, 5),
  };
}

function encodeCutPoints(cutPoints: CutPoints): (number | null)[] {
  return cutPoints.map((cutPoint) => (cutPoint === Infinity ? null : cutPoint));
}

function decodeCutPoints(packed: readonly (number | null)[]): number[] {
  return packed.map((cutPoint) => cutPoint ?? Infinity);
}

function decodeAllCutPoints(packed: NonNullable<CalibrationJson["cutPoints"]>): MetricCutPoints {
  return {
    recency: decodeCutPoints(packed.recency),
    frequency: decodeCutPoints(packed.frequency),
    monetary: decodeCutPoints(packed.monetary),
  };
}

function encodeLadder({ values, less, customerCount }: Ladder): LadderJson {
  return {
    steps: Array.from(
      values,
      (value, index) => value - (index === 0 ? 0 : (values[index - 1] ?? 0)),
    ),
    customers: Array.from(less, (below, index) => (less[index + 1] ?? customerCount) - below),
  };
}

function decodeLadder({ steps, customers }: LadderJson): Ladder {
  const values = new Float64Array(steps.length);
  const less = new Uint32Array(steps.length);
  let value = 0;
  let customerCount = 0;
  for (const [index, step] of steps.entries()) {
    value += step;
    values[index] = value;
    less[index] = customerCount;
    customerCount += customers[index] ?? 0;
  }
  return { customerCount, values, less };
}
