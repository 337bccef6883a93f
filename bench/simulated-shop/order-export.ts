import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes an order export of three years: so many orders, two lines each, by a fifth as many customers. */
export async function writeOrderExport(file: string, orders: number): Promise<void> {
  await pipeline(Readable.from(exportLines(orders)), createWriteStream(file));
}

function* exportLines(orders: number): Generator<string> {
  yield "Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Cancelled at,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id,Billing Name,Shipping Country\n";
  const firstMs = Date.UTC(2023, 0, 1);
  const customers = Math.ceil(orders / 5);
  for (let index = 0; index < orders; index += 1) {
    const moment = new Date(firstMs + Math.floor((index / orders) * 3 * 365) * 86_400_000);
    const createdAt = `${moment.toISOString().slice(0, 10)} 10:00:00 +0000`;
    const [name, email] = [`#${1001 + index}`, `c${index % customers}@example.com`];
    const refunded = index % 20 === 0 ? "3.50" : "0.00";
    yield (
      `${name},${email},paid,GBP,30.00,33.${10 + (index % 90)},${createdAt},,${refunded},2,Mug ${index % 500},10.00,M${index % 500},${500_000 + index},Ada Example,GB\n` +
      `${name},${email},,,,,${createdAt},,,1,Plate ${index % 300},10.00,P${index % 300},,,\n`
    );
  }
}
