import { countCheckouts } from "../../persistence/abandoned-checkouts.ts";
import { countInterestedCustomers } from "../../persistence/interest-counts.ts";
import { readInterestStudy } from "../../persistence/interest-studies.ts";
import { readOrderImport } from "../../persistence/order-imports.ts";
import { summarizeLedger } from "../../persistence/orders.ts";
import type { App } from "../app.ts";
import { isPixelGranted } from "../interest/turn-pixel.ts";
import { requireShop } from "../require-shop.ts";
import type { WorkProgress } from "./page-words.ts";
import { importProgress } from "./work-progress.ts";

export interface DataPage {
  shop: { currencyCode: string; timeZone: string };
  orders: number;
  /** ISO instant; null without orders. */
  oldestOrderAt: string | null;
  pixel: {
    isOn: boolean;
    /** False: the shop grants the app no pixel. */
    isGranted: boolean;
    /** Of whom there are counts. */
    customers: number;
  };
  /** Those that were left. */
  checkouts: {
    isOn: boolean;
    known: number;
    /** Shopify does not let us read them. */
    isRefused: boolean;
  };
  /** Null for a shop whose orders were never asked for. */
  import: {
    /** Null when it is finished. */
    progress: WorkProgress | null;
    startedAt: string;
    finishedAt: string | null;
    ordersDone: number;
    ordersTotal: number | null;
    /** False: those of the last 60 days only. Null until Shopify was asked. */
    seesAllOrders: boolean | null;
    /** Shopify's code for why a result came to nothing, null when none did. */
    problem: string | null;
  } | null;
}

export async function readDataPage(app: App, shop: string): Promise<DataPage> {
  const { currencyCode, timeZone, pixelAccount, missingScopes } = await requireShop(app, shop);
  const { orders, oldestAt } = await summarizeLedger(app.db, shop);
  const study = await readInterestStudy(app.db, shop);
  const importing = await readOrderImport(app.db, shop);
  return {
    shop: { currencyCode, timeZone },
    orders,
    oldestOrderAt: oldestAt?.toISOString() ?? null,
    pixel: {
      isOn: pixelAccount !== null,
      isGranted: isPixelGranted(missingScopes),
      customers: await countInterestedCustomers(app.db, shop),
    },
    checkouts: {
      isOn: study.readsCheckouts,
      known: await countCheckouts(app.db, shop),
      isRefused: study.problem !== null,
    },
    import:
      importing === null
        ? null
        : {
            progress: importing.finishedAt === null ? importProgress(importing) : null,
            startedAt: importing.startedAt.toISOString(),
            finishedAt: importing.finishedAt?.toISOString() ?? null,
            ordersDone: importing.ordersDone,
            ordersTotal: importing.ordersTotal,
            seesAllOrders: importing.seesAllOrders,
            problem: importing.problem,
          },
  };
}
