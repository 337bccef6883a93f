import { readOrderImport, type OrderImport } from "../../persistence/order-imports.ts";
import { totalPublications } from "../../persistence/publication-ledger.ts";
import type { Waiting } from "../../persistence/publication-wishes.ts";
import { readCalibrationHead } from "../../persistence/calibrations.ts";
import type { Shop } from "../../persistence/shops.ts";
import { totalStandings } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { lacksAccess } from "../find-open-shop.ts";
import { hasGivenUp } from "../orders-in/import-state.ts";
import type { WorkProgress } from "./page-words.ts";
import { estimatePublication } from "../publishing/estimate-publication.ts";
import { estimateSecondsLeft, rangeOfSeconds } from "./seconds-left.ts";

const silenceMs = 60_000;
/** The few customers of some orders are written in a second: a card that comes and goes for them is only noise. */
const fewestCustomersShown = 50;

/** What is being worked on for a shop; null at rest. `waiting` as `readWaiting` counts it. */
export async function readProgress(
  app: App,
  shop: Shop,
  waiting: Waiting,
): Promise<WorkProgress | null> {
  // Nothing goes on until the merchant grants it, which every page says.
  if (lacksAccess(shop)) return null;
  const importing = await readOrderImport(app.db, shop.shop);
  if (importing !== null && importing.finishedAt === null) return importProgress(importing);
  const calibration = await readCalibrationHead(app.db, shop.shop);
  if (calibration === null || calibration.programVersion !== shop.liveProgramVersion) {
    return scoringProgress(importing?.finishedAt ?? new Date());
  }
  return publicationProgress(app, shop, waiting);
}

export function importProgress(importing: OrderImport): WorkProgress {
  const { ordersTotal: total, resultUrl, startedAt, progressAt } = importing;
  const done = resultUrl === null ? importing.ordersPrepared : importing.ordersDone;
  const pace = { orders: importing.paceOrders, seconds: importing.paceSeconds };
  const isPaused = importing.pausedAt !== null;
  const isSilent = !isPaused && Date.now() - progressAt.getTime() > silenceMs;
  return {
    kind: "import",
    stage: importStage(importing),
    done,
    total,
    startedAt: startedAt.toISOString(),
    secondsLeft: isPaused || total === null ? null : estimateSecondsLeft(total - done, pace),
    waitingSince: isSilent ? progressAt.toISOString() : null,
  };
}

function importStage(importing: OrderImport): string {
  if (hasGivenUp(importing)) return "failed";
  if (importing.pausedAt !== null) return "paused";
  return importing.resultUrl === null ? "preparing" : "reading";
}

function scoringProgress(since: Date): WorkProgress {
  return {
    kind: "scoring",
    stage: "scoring",
    done: 0,
    total: null,
    startedAt: since.toISOString(),
    secondsLeft: null,
    waitingSince: null,
  };
}

async function publicationProgress(
  app: App,
  shop: Shop,
  waiting: Waiting,
): Promise<WorkProgress | null> {
  if (waiting.customers < fewestCustomersShown) return null;
  const written = await totalPublications(app.db, shop.shop);
  const { rankedCustomers } = await totalStandings(app.db, shop.shop);
  const stage = waiting.tags > 0 ? "tags" : "metafields";
  // Customers who are no longer ranked, or carry what was turned off, wait too.
  const total = Math.max(rankedCustomers, waiting[stage]);
  return {
    kind: "publication",
    stage,
    done: total - waiting[stage],
    total,
    startedAt: (written.lastWrittenAt ?? new Date()).toISOString(),
    secondsLeft: rangeOfSeconds((await estimatePublication(app, shop)).seconds),
    waitingSince: null,
  };
}
