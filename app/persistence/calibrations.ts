import type { Calibration, Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type StoredCalibration = Calibration;

export async function insertCalibration(
  db: Database,
  row: Omit<Calibration, "ladders" | "study"> & { ladders: Prisma.InputJsonValue },
): Promise<void> {
  await db.calibration.create({ data: row });
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

/** Which calibration stands, without its ladders: cheap enough to ask before every retier. */
export async function readCalibrationHead(
  db: Database,
  shop: string,
): Promise<{ id: string; asOfDay: number; createdAt: Date; programVersion: number } | null> {
  return db.calibration.findFirst({
    where: { shop },
    orderBy: { createdAt: "desc" },
    select: { id: true, asOfDay: true, createdAt: true, programVersion: true },
  });
}

export async function readCalibration(
  db: Database,
  shop: string,
  id: string,
): Promise<StoredCalibration | null> {
  return db.calibration.findUnique({ where: { shop_id: { shop, id } } });
}
