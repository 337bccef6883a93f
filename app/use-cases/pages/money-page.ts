import { countLedgerOrders } from "../../persistence/orders.ts";
import { totalStandings } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

export interface MoneyPage {
  shop: { currencyCode: string; timeZone: string };
  /** By the last scoring of each customer. */
  countedOrders: number;
  netMinorUnits: number;
  /** All that were read, guests' included. */
  orders: number;
}

export async function readMoneyPage(app: App, shop: string): Promise<MoneyPage> {
  const { currencyCode, timeZone } = await requireShop(app, shop);
  const { countedOrders, netMinorUnits } = await totalStandings(app.db, shop);
  return {
    shop: { currencyCode, timeZone },
    countedOrders,
    netMinorUnits,
    orders: await countLedgerOrders(app.db, shop),
  };
}
