import { readBaseOrders } from "../../persistence/base-orders.ts";
import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { readHistories } from "../../persistence/order-histories.ts";
import {
  emptyTally,
  moneyRulesOf,
  needsParts,
  reconcile,
  tallyOrder,
  type MoneyRules,
  type MoneyTally,
  type Reconciliation,
} from "../../scoring/index.ts";
import {
  readCustomerSpending,
  readShopSpending,
  type Spending,
} from "../../shopify/read-spending.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { factsOf } from "../scoring/histories-to-frame.ts";
import { readLiveProgram, readProgramVersion } from "../scoring/live-program.ts";

export type { Difference, Reconciliation } from "../../scoring/index.ts";

export type ComparedMoney =
  | { kind: "compared"; reconciliation: Reconciliation }
  /** Shopify did not answer, or has no such customer. */
  | { kind: "shopify-silent" };

export interface MoneyFigures {
  /** By the rules asked about, and by the live ones. */
  asked: { countedMinor: number; countedOrders: number };
  live: { countedMinor: number; countedOrders: number };
  against: ComparedMoney;
}

/** What a shop's orders come to by some rules, beside what the admin says. Every order is looked at once. */
export async function readMoneyFigures(
  app: App,
  shop: string,
  rules: MoneyRules,
): Promise<MoneyFigures> {
  const record = await requireShop(app, shop);
  const liveRules = moneyRulesOf((await readLiveProgram(app, record)).definition);
  const [asked, live] = [emptyTally(), emptyTally()];
  const spending = askShopify(async () =>
    readShopSpending(await app.adminOf(shop), record.currencyCode),
  );
  await app.db.$transaction((tx) =>
    readBaseOrders(
      app.db,
      tx,
      shop,
      { withParts: needsParts(rules) || needsParts(liveRules) },
      (order) => {
        tallyOrder(asked, order, rules);
        tallyOrder(live, order, liveRules);
      },
    ),
  );
  return { asked: totalsOf(asked), live: totalsOf(live), against: compare(asked, await spending) };
}

/** The same for one customer, by the rules they are scored by. */
export async function readCustomerMoney(
  app: App,
  shop: string,
  customerId: bigint,
): Promise<ComparedMoney> {
  const record = await requireShop(app, shop);
  const spending = askShopify(async () =>
    readCustomerSpending(await app.adminOf(shop), customerId),
  );
  const head = await readCalibrationHead(app.db, shop);
  const { definition } =
    head === null
      ? await readLiveProgram(app, record)
      : await readProgramVersion(app.db, shop, head.programVersion);
  const tally = emptyTally();
  for (const order of await readHistories(app.db, shop, [customerId]))
    tallyOrder(tally, factsOf(order), moneyRulesOf(definition));
  return compare(tally, await spending);
}

function compare(tally: MoneyTally, spending: Spending | null): ComparedMoney {
  if (spending === null) return { kind: "shopify-silent" };
  const admin = { spentMinor: spending.spentMinorUnits, orders: spending.orders };
  return { kind: "compared", reconciliation: reconcile(tally, admin) };
}

function totalsOf({ countedMinor, countedOrders }: MoneyTally) {
  return { countedMinor, countedOrders };
}

/** A page without Shopify's figure is better than no page. */
async function askShopify(ask: () => Promise<Spending | null>): Promise<Spending | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return null;
    throw error;
  }
}
