import { readCalibration } from "../../persistence/calibrations.ts";
import type { Database } from "../../persistence/database.ts";
import { decodeCalibration, type Calibration } from "../../scoring/index.ts";

/** Unpacked calibrations by id. They never change, and unpacking a large one takes longer than using it. */
const unpacked = new Map<string, Calibration>();
const mostUnpacked = 20;

export async function readStoredCalibration(
  db: Database,
  shop: string,
  id: string,
): Promise<Calibration> {
  const key = `${shop} ${id}`;
  const known = unpacked.get(key);
  if (known !== undefined) return known;
  const stored = await readCalibration(db, shop, id);
  if (stored === null) throw new Error(`calibration ${id} of ${shop} is missing`);
  const calibration = decodeCalibration(stored.ladders);
  const oldest = unpacked.keys().next().value;
  if (unpacked.size >= mostUnpacked && oldest !== undefined) unpacked.delete(oldest);
  unpacked.set(key, calibration);
  return calibration;
}
