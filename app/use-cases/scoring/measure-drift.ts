import { findCalibrationBefore } from "../../persistence/studies.ts";
import {
  compareCalibrations,
  judgeBaseSize,
  type BaseSize,
  type CalibrationDrift,
  type Program,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readStoredCalibration } from "./stored-calibration.ts";

export interface MeasuredDrift {
  /** Whether the base was large enough for cut points of its own. */
  baseSize: BaseSize;
  /** Against the last calibration of an earlier day; null when there is none. */
  drift: CalibrationDrift | null;
}

/** How far the cut points moved since the last calibration of an earlier day. */
export async function measureDrift(
  app: App,
  shop: string,
  calibrationId: string,
  program: Program,
): Promise<MeasuredDrift> {
  const current = await readStoredCalibration(app.db, shop, calibrationId);
  const former = await findCalibrationBefore(app.db, shop, current.asOfDay);
  const cutsBp = program.tiers.flatMap(({ cutBp = 0 }) => (cutBp > 0 ? [cutBp] : []));
  return {
    baseSize: judgeBaseSize(current, program),
    drift:
      former === null
        ? null
        : compareCalibrations(
            await readStoredCalibration(app.db, shop, former.id),
            current,
            cutsBp,
          ),
  };
}
