import { hasCalibration } from "../../persistence/calibrations.ts";
import { readProgram } from "../../persistence/programs.ts";
import { updateShop } from "../../persistence/shops.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { RunDetail } from "./run-detail.ts";
import type { Judging } from "./scored-customers.ts";

/**
 * Makes live again what was so before a run made another program or calibration live, if that is still what everybody is
 * scored by. Returns whether it did; "forgotten" = what was live before is not kept any more.
 */
export async function makeFormerLive(
  tx: Transaction,
  { record, calibrationId }: Judging,
  run: { programVersion: number; calibrationId: string | null },
  { formerLive }: RunDetail,
): Promise<boolean | "forgotten"> {
  if (formerLive === undefined || formerLive.calibrationId === null) return false;
  const { shop } = record;
  const changedProgram = formerLive.programVersion !== run.programVersion;
  const isStillLive = changedProgram
    ? record.liveProgramVersion === run.programVersion
    : calibrationId === run.calibrationId;
  if (!isStillLive) return false;
  const isKept =
    (await hasCalibration(tx, shop, formerLive.calibrationId)) &&
    (await readProgram(tx, shop, formerLive.programVersion)) !== null;
  if (!isKept) return "forgotten";
  await updateShop(tx, shop, {
    liveCalibrationId: formerLive.calibrationId,
    ...(changedProgram && { liveProgramVersion: formerLive.programVersion }),
  });
  return true;
}
