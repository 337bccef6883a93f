import type { z } from "zod";
import type { CutPoints } from "../cut-points/cut-points.ts";
import type { Ladder } from "../cut-points/ladder.ts";
import type { IndustryKey } from "../industry.ts";

/**
 * The whole base at a moment: everything that a customer's scores depend on besides their own orders. Stored and kept until
 * the next calibration, so that one customer is scored against the same base as everybody else was.
 */
export type Calibration = {
  /** Calendar date in the shop's time zone, days since 1970-01-01. */
  asOfDay: number;
  /** n: customers with at least one counted order. */
  rankedCustomers: number;
  /** Usual days between two orders, C of the stages. */
  cycleDays: number;
  ladders: MetricLadders & { value: Ladder };
  /** Where the scores begin. */
  cutPoints: MetricCutPoints;
  /** Where the tiers begin, lowest first, when the program cuts them at natural breaks. */
  tierBreaks?: CutPoints;
  /** The cut points are those of an industry, because the base is smaller than the program asks for. */
  startingPoint?: IndustryKey;
  /** Parameters of fitted models as their own area writes and reads them. */
  models?: z.core.util.JSONType;
};

export type MetricLadders = {
  /** Of −recencyDays: more days ago is worse. */
  recency: Ladder;
  /** Of counted orders in the window. */
  frequency: Ladder;
  /** Of their net, minor units. */
  monetary: Ladder;
};

export type MetricCutPoints = { recency: CutPoints; frequency: CutPoints; monetary: CutPoints };
