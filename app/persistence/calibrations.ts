import type { Calibration } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type StoredCalibration = Calibration;

/** Its ladders are one text of plain JSON: handed over as values, a million steps would each be looked at on the way. */
export async function insertCalibration(
  db: Database,
  row: Omit<Calibration, "ladders" | "study"> & { ladders: unknown },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO calibration (shop, id, program_version, as_of_day, ranked_customers, ladders, created_at)
    VALUES (${row.shop}, ${row.id}::uuid, ${row.programVersion}, ${row.asOfDay}, ${row.rankedCustomers},
            ${JSON.stringify(row.ladders)}::jsonb, ${row.createdAt})`;
}

/** What the models learnt from the base of a calibration: plain JSON of the engine. */
export async function saveStudy(
  db: Database,
  shop: string,
  id: string,
  study: unknown,
): Promise<void> {
  const text = JSON.stringify(study);
  await db.$executeRaw`
    UPDATE calibration SET study = ${text}::jsonb WHERE shop = ${shop} AND id = ${id}::uuid`;
}

/** Which calibration is the live one, without its ladders: cheap enough to ask before every retier. */
export async function readCalibrationHead(
  db: Database,
  shop: string,
): Promise<{ id: string; asOfDay: number; createdAt: Date; programVersion: number } | null> {
  const of = await db.shop.findUnique({ where: { shop }, select: { liveCalibrationId: true } });
  const id = of?.liveCalibrationId ?? null;
  if (id === null) return null;
  return db.calibration.findUnique({
    where: { shop_id: { shop, id } },
    select: { id: true, asOfDay: true, createdAt: true, programVersion: true },
  });
}

export async function hasCalibration(db: Database, shop: string, id: string): Promise<boolean> {
  return (await db.calibration.count({ where: { shop, id } })) > 0;
}

export async function readCalibration(
  db: Database,
  shop: string,
  id: string,
): Promise<StoredCalibration | null> {
  return db.calibration.findUnique({ where: { shop_id: { shop, id } } });
}

/** Whether the base was studied as of a calibration. */
export async function isStudied(
  db: Database,
  shop: string,
  calibrationId: string,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM calibration WHERE shop = ${shop} AND id = ${calibrationId}::uuid AND study IS NOT NULL`;
  return rows.length > 0;
}
