import type { Database } from "./database.ts";

export interface JobCounts {
  /** Waiting, under way, or waiting to be tried again. */
  unfinished: number;
  /** Given up after all their retries. The queue keeps them for a day. */
  failed: number;
}

export async function countJobs(db: Database, shop: string): Promise<JobCounts> {
  const [row] = await db.$queryRaw<JobCounts[]>`
    SELECT count(*) FILTER (WHERE state IN ('created', 'retry', 'active'))::int AS unfinished,
           count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM pgboss.job WHERE data->>'shop' = ${shop}`;
  return row ?? { unfinished: 0, failed: 0 };
}
