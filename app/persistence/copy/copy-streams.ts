import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from, to } from "pg-copy-streams";
import { CopyRows } from "./copy-rows.ts";

const bufferBytes = 1 << 20;

/**
 * Hands out the rows of a query one by one, in PostgreSQL's binary form: `take` reads the fields of the row `rows`
 * stands on. Nothing is kept of a row but what `take` keeps.
 */
export async function copyOut(
  connection: PoolClient,
  query: string,
  take: (rows: CopyRows) => void,
): Promise<void> {
  const rows = new CopyRows();
  const options = { highWaterMark: bufferBytes };
  const bytes = connection.query(to(`COPY (${query}) TO STDOUT (FORMAT binary)`, options));
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    rows.feed(chunk);
    while (rows.next()) take(rows);
  }
}

/** Writes rows that `encodeRows` made into the columns of a table, named like `standing (shop, customer_id)`. */
export async function copyIn(
  connection: PoolClient,
  target: string,
  bytes: Iterable<Buffer>,
): Promise<void> {
  const rows = connection.query(from(`COPY ${target} FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(bytes), rows);
}

/** A text inside a COPY's query, which takes no parameters. */
export function quoted(connection: PoolClient, text: string): string {
  return connection.escapeLiteral(text);
}
