import type { Database } from "./database.ts";

export interface StoredStudy {
  /** Days since 1970-01-01, in shop time. */
  asOfDay: number;
  programVersion: number;
  /** What each path found, by name: arrays of plain JSON. */
  found: unknown;
}

/**
 * Parts of the newest study of a shop's base; null before the first. `paths`: JSON paths by name, so that a page reads
 * no more of a large study than it shows.
 */
export async function readLatestStudy(
  db: Database,
  shop: string,
  paths: Readonly<Record<string, string>>,
): Promise<StoredStudy | null> {
  const [study] = await db.$queryRaw<StoredStudy[]>`
    SELECT as_of_day AS "asOfDay", program_version AS "programVersion",
      (SELECT jsonb_object_agg(name, jsonb_path_query_array(study, path::jsonpath))
       FROM unnest(${Object.keys(paths)}::text[], ${Object.values(paths)}::text[]) AS wanted (name, path)) AS found
    FROM calibration WHERE shop = ${shop} AND study IS NOT NULL
    ORDER BY created_at DESC LIMIT 1`;
  return study ?? null;
}

/** The last calibration of a day before this one: what the present one is compared with. */
export async function findCalibrationBefore(
  db: Database,
  shop: string,
  asOfDay: number,
): Promise<{ id: string } | null> {
  return db.calibration.findFirst({
    where: { shop, asOfDay: { lt: asOfDay } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
}
