import { saveOrders, type LedgerOrder } from "../../app/persistence/orders.ts";
import { markDirty } from "../../app/persistence/dirty-customers.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram, type Program } from "../../app/scoring/index.ts";
import { retierDirtyCustomers } from "../../app/use-cases/scoring/retier-dirty-customers.ts";
import { openTestApp, type TestApp } from "./test-app.ts";

const dayMs = 86_400_000;

/** A shop whose orders the test writes, without a Shopify behind it and without a worker. */
export interface ScoredShop {
  app: TestApp;
  shop: string;
  /** An order that was placed so many days before the clock now, of so many pence. */
  order(customer: number, daysAgo: number, pence: number): LedgerOrder;
  /** Puts orders into the ledger and scores their customers at once, as a webhook does. */
  take(...orders: LedgerOrder[]): Promise<void>;
  /** Moves the clock on. */
  passDays(days: number): void;
  /** What everybody carries: "tier/group", by customer. */
  labels(): Promise<Record<string, string>>;
}

export async function openScoredShop({
  app: given,
  shop = "one.myshopify.com",
  program = defaultProgram,
  timeZone = "Europe/London",
  now = new Date("2026-06-30T12:00:00Z"),
}: {
  app?: TestApp;
  shop?: string;
  program?: Program;
  timeZone?: string;
  now?: Date;
} = {}): Promise<ScoredShop> {
  const app = given ?? (await openTestApp());
  let clock = now;
  let orderId = 0n;
  app.setNow(clock);
  await saveInstallation(app.db, shop, { currencyCode: "GBP", timeZone }, clock);
  await insertProgram(app.db, shop, 1, program, clock);
  return {
    app,
    shop,
    order(customer, daysAgo, pence) {
      const at = new Date(clock.getTime() - daysAgo * dayMs);
      orderId += 1n;
      return {
        ...{ orderId, customerId: BigInt(customer), name: `#${orderId}`, processedAt: at },
        ...{ updatedAt: at, cancelledAt: null, test: false },
        ...{ totalMinorUnits: BigInt(pence), refundedMinorUnits: 0n },
      };
    },
    async take(...orders) {
      await saveOrders(app.db, shop, orders);
      const customers = orders.flatMap(({ customerId }) =>
        customerId === null ? [] : [customerId],
      );
      await markDirty(app.db, shop, [...new Set(customers)]);
      await retierDirtyCustomers(app, shop);
    },
    passDays(days) {
      clock = new Date(clock.getTime() + days * dayMs);
      app.setNow(clock);
    },
    async labels() {
      const rows = await app.db.standing.findMany({ where: { shop } });
      return Object.fromEntries(
        rows.map((row) => [String(row.customerId), `${row.tier ?? "-"}/${row.group ?? "-"}`]),
      );
    },
  };
}
