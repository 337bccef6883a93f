import { countLedgerOrders, countOrdersInOtherCurrencies } from "../../persistence/orders.ts";
import { companyOrdersOf, moneyRulesOf, type MoneyRules } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import type { WorkProgress } from "./page-words.ts";
import { readProgress } from "./work-progress.ts";

export interface MoneyPage {
  shop: { currencyCode: string; timeZone: string };
  /** The live program's. */
  rules: MoneyRules;
  /** Total less refunds, as a shop begins. */
  isNet: boolean;
  /** For whom a company's orders count. */
  companyOrders: "contact" | "location";
  programVersion: number;
  /** All that were read, guests' included. */
  orders: number;
  /** Of them, those paid in another currency than the shop's. */
  ordersInOtherCurrencies: number;
  progress: WorkProgress | null;
}

export async function readMoneyPage(app: App, shop: string): Promise<MoneyPage> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone } = record;
  const { definition, version } = await readLiveProgram(app, record);
  return {
    shop: { currencyCode, timeZone },
    rules: moneyRulesOf(definition),
    isNet: definition.money === "net",
    companyOrders: companyOrdersOf(definition),
    programVersion: version,
    orders: await countLedgerOrders(app.db, shop),
    ordersInOtherCurrencies: await countOrdersInOtherCurrencies(app.db, shop, currencyCode),
    progress: await readProgress(app, record, await readWaiting(app, record)),
  };
}
