import { z } from "zod";
import type { Calibration } from "./calibration.ts";
import type { Ladder } from "./ladder.ts";

const wholeNumbers = z.array(z.int());

const ladderJson = z.strictObject({
  /** The first value, then each one's distance from the one before: short numbers make a short text. */
  steps: wholeNumbers,
  /** Customers at each value; counts, unlike `less`, add up over parts of a base. */
  customers: wholeNumbers,
});

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
});

/** A calibration as plain JSON. */
export type CalibrationJson = z.infer<typeof calibrationJson>;

type LadderJson = z.infer<typeof ladderJson>;

/** Packs a calibration for storing. */
export function encodeCalibration({
  asOfDay,
  rankedCustomers,
  cycleDays,
  ladders,
}: Calibration): CalibrationJson {
  return {
    asOfDay,
    rankedCustomers,
    cycleDays,
    ladders: {
      recency: encodeLadder(ladders.recency),
      frequency: encodeLadder(ladders.frequency),
      monetary: encodeLadder(ladders.monetary),
      value: encodeLadder(ladders.value),
    },
  };
}

/** Unpacks what `encodeCalibration` made; throws a `ZodError` for anything else. */
export function decodeCalibration(json: unknown): Calibration {
  const { asOfDay, rankedCustomers, cycleDays, ladders } = calibrationJson.parse(json);
  return {
    asOfDay,
    rankedCustomers,
    cycleDays,
    ladders: {
      recency: decodeLadder(ladders.recency),
      frequency: decodeLadder(ladders.frequency),
      monetary: decodeLadder(ladders.monetary),
      value: decodeLadder(ladders.value),
    },
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
