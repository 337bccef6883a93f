import { readCalibrationHead } from "../../persistence/calibrations.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { readLiveProgram, readProgramVersion, type LiveProgram } from "./live-program.ts";

/** The rules customers were last judged by; those that are live before the first calculation. */
export async function readHeadProgram(app: App, record: Shop): Promise<LiveProgram> {
  const head = await readCalibrationHead(app.db, record.shop);
  return head === null
    ? readLiveProgram(app, record)
    : readProgramVersion(app.db, record.shop, head.programVersion);
}
