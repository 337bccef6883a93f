import { pipeline } from "node:stream/promises";
import { PassThrough, Writable } from "node:stream";
import { Client } from "pg";
import { from, to } from "pg-copy-streams";

/** Fills the ledger inside PostgreSQL: three years of orders in the order of time, their customers by chance. */
export async function makeOrders(
  databaseUrl: string,
  shop: string,
  { customers, orders, until }: { customers: number; orders: number; until: Date },
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const index = "orders_shop_customer_id_processed_at_idx";
    await client.query("SELECT setseed(0.42)");
    // A million random places in an index, one by one, take longer than all the measuring.
    await client.query(`DROP INDEX "${index}"`);
    await client.query(
      `INSERT INTO orders (shop, order_id, customer_id, name, processed_at, updated_at, cancelled_at, test,
                           total_minor_units, refunded_minor_units)
       SELECT $1, 5000000000 + i, 7000000000000 + (CASE WHEN i < $2 THEN i ELSE floor($2 * random()) END)::bigint,
              '#' || i, at, at, CASE WHEN random() < 0.01 THEN at END, false,
              (500 - floor(8000 * ln(1 - random())))::bigint, CASE WHEN random() < 0.03 THEN 500 ELSE 0 END
       FROM (SELECT i, $4::timestamptz - interval '3 years' * (1 - i / $3::float8) AS at
             FROM generate_series(0, $3::int - 1) AS i) AS made`,
      [shop, customers, orders, until],
    );
    await client.query(`CREATE INDEX "${index}" ON orders (shop, customer_id, processed_at)`);
    await client.query("VACUUM ANALYZE orders");
  });
}

/** One more order for each of some customers, all through the base. */
export async function changeOrders(
  databaseUrl: string,
  shop: string,
  { customers, at }: { customers: number; at: Date },
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `WITH changed AS (
         SELECT customer_id FROM standing WHERE shop = $1 ORDER BY md5(customer_id::text) LIMIT $2
       ), bought AS (
         INSERT INTO orders SELECT $1, 6000000000 + row_number() OVER (), customer_id, '#', $3, $3, NULL, false, 9900, 0
         FROM changed
       )
       INSERT INTO dirty_customer SELECT $1, customer_id, now() FROM changed`,
      [shop, Math.ceil(customers), at],
    );
  });
}

const read = [
  "SELECT customer_id, processed_at, total_minor_units, refunded_minor_units, cancelled_at, test FROM orders",
];
const written = ["SELECT * FROM standing", "SELECT * FROM decision WHERE from_key IS NULL"];

/** The same rows out by COPY and in by COPY, into tables without an index, by somebody who computes nothing. */
export async function timeBareCopy(databaseUrl: string, shop: string): Promise<number> {
  return withClient(databaseUrl, (client) =>
    withClient(databaseUrl, async (other) => {
      let seconds = 0;
      for (const query of read) {
        const startedAt = performance.now();
        const text = `COPY (${query} WHERE shop = ${client.escapeLiteral(shop)}) TO STDOUT (FORMAT binary)`;
        await pipeline(
          client.query(to(text)),
          new Writable({ write: (_chunk, _encoding, done) => done() }),
        );
        seconds += (performance.now() - startedAt) / 1_000;
      }
      for (const query of written) {
        await client.query(`CREATE TABLE bare AS ${query} WITH NO DATA`);
        const startedAt = performance.now();
        await pipeline(
          other.query(to(`COPY (${query}) TO STDOUT (FORMAT binary)`)),
          new PassThrough(),
          client.query(from("COPY bare FROM STDIN (FORMAT binary)")),
        );
        seconds += (performance.now() - startedAt) / 1_000;
        await client.query("DROP TABLE bare");
      }
      return Math.round(seconds * 100) / 100;
    }),
  );
}

async function withClient<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
