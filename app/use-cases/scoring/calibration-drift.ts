import { z } from "zod";
import { formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readStudy } from "./stored-study.ts";

const number = z.number().nullable();
const shift = z.object({ score: z.number(), from: number, to: number });
const metric = z.enum(["recency", "frequency", "monetary"]);

const schema = z.object({
  baseSize: z.tuple([
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("enough") }),
      z.object({
        kind: z.literal("starting-point"),
        rankedCustomers: z.number(),
        from: z.number(),
      }),
      z.object({
        kind: z.literal("too-few"),
        rankedCustomers: z.number(),
        levels: z.number(),
        atLeast: z.number(),
      }),
    ]),
  ]),
  drift: z.tuple([
    z
      .object({
        fromDay: z.number(),
        rankedCustomers: z.object({ from: z.number(), to: z.number() }),
        metrics: z.array(
          z.object({
            metric,
            cutPoints: z.array(shift),
            scoredLowerBefore: z.number(),
            scoredHigherBefore: z.number(),
          }),
        ),
        headline: z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("steady") }),
          z.object({ kind: z.literal("moved"), metric, share: z.number(), cutPoint: shift }),
          z.object({ kind: z.literal("not-comparable") }),
        ]),
      })
      .nullable(),
  ]),
});

type Found = z.infer<typeof schema>;
export type DriftMetric = z.infer<typeof metric>;

export interface DriftSummary {
  baseSize: Found["baseSize"][0];
  /** Of the calibration now, YYYY-MM-DD. */
  asOf: string;
  /** Null while there is no calibration of an earlier day. */
  drift: (Omit<NonNullable<Found["drift"][0]>, "fromDay"> & { from: string }) | null;
}

/** How the cut points moved since the calibration before; null before the first study. */
export async function readCalibrationDrift(app: App, shop: string): Promise<DriftSummary | null> {
  const paths = { baseSize: "$.baseSize", drift: "$.drift" };
  const { study } = await readStudy(app, shop, paths, schema);
  if (study === null) return null;
  const {
    baseSize: [baseSize],
    drift: [drift],
  } = study.found;
  if (drift === null) return { baseSize, asOf: formatCalendarDay(study.asOfDay), drift: null };
  const { fromDay, ...moved } = drift;
  return {
    baseSize,
    asOf: formatCalendarDay(study.asOfDay),
    drift: { ...moved, from: formatCalendarDay(fromDay) },
  };
}
