/** The peer: answers 200 after one insert per request, and checks, parses and queues nothing. `node bare-server.ts URL PORT` */
import { createServer } from "node:http";
import pg from "pg";

const [databaseUrl = "", port = "0"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS bare_event (shop text, webhook_id text, body text, PRIMARY KEY (shop, webhook_id))",
);

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { "x-shopify-shop-domain": shop, "x-shopify-webhook-id": id } = request.headers;
    pool
      .query("INSERT INTO bare_event VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
        shop,
        id,
        Buffer.concat(chunks).toString(),
      ])
      .then(
        () => response.writeHead(200).end(),
        () => response.writeHead(500).end(),
      );
  });
}).listen(Number(port), "127.0.0.1");
