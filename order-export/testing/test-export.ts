import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** For tests: a folder that lasts as long as the test file, and saving `orders.csv` in it. */
export function useTestFolder() {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "order-export-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    pathOf: (name: string): string => join(folder, name),
    save: async (content: string | Uint8Array): Promise<string> => {
      const path = join(folder, "orders.csv");
      await writeFile(path, content);
      return path;
    },
  };
}

/** For tests: the columns an export must have. */
export const header =
  "Name,Email,Currency,Total,Created at,Cancelled at,Refunded Amount,Lineitem quantity,Lineitem name,Lineitem price\n";
/** For tests: a row of an order of 10.00 pounds, with changes. */
export const row = (
  changes: Partial<
    Record<
      | "name"
      | "email"
      | "currency"
      | "total"
      | "created"
      | "cancelled"
      | "refunded"
      | "quantity"
      | "price",
      string
    >
  > = {},
): string => {
  const {
    name = "#1",
    email = "a@x.test",
    currency = "GBP",
    total = "10.00",
    created = "2011-05-06 07:08:09 +0000",
  } = changes;
  const { cancelled = "", refunded = "0.00", quantity = "2", price = "5.00" } = changes;
  return `${[name, email, currency, total, created, cancelled, refunded, quantity, "Mug", price].join(",")}\n`;
};
