import {
  claimNotices,
  countUntold,
  dropStaleNotices,
  endNotices,
  putNoticesBack,
  readClaimedNotices,
  type ClaimedNotice,
  type NoticeTerms,
} from "../../../persistence/flow-notices.ts";
import {
  countFlowSent,
  flowTriggerNames,
  readFlowTriggers,
  saveFlowTrigger,
  type FlowTriggerName,
} from "../../../persistence/flow-triggers.ts";
import type { Shop } from "../../../persistence/shops.ts";
import { calendarDayOf } from "../../../scoring/index.ts";
import {
  flowTriggersPerCall,
  startFlows,
  type FlowPayload,
} from "../../../shopify/flow-triggers.ts";
import type { App } from "../../app.ts";
import { findOpenShop } from "../../find-open-shop.ts";
import { publishedFamiliesOf } from "../../publishing/published-families.ts";
import { readLiveProgram } from "../../scoring/live-program.ts";
import { isLookDue, lookForNotices } from "./look-for-notices.ts";
import { payloadOf, type PayloadFrame } from "./payload.ts";
import { judgeAnswers, type JudgedAnswers } from "./judge-answers.ts";

/** The handles of extensions/flow-trigger-…: Shopify keeps them for good. */
export const flowHandles = {
  "tier-changed": "tier-changed",
  "at-risk": "customer-at-risk",
  "about-to-change": "tier-about-to-change",
} as const satisfies Record<FlowTriggerName, string>;

/**
 * Tells Shopify Flow what there is to tell of customers, each once Shopify shows what we decided of them. A kill, or a
 * call without an answer, leaves notices of which it is not known whether Flow has heard them: those are told again.
 */
export async function tellFlow(app: App, shop: string, signal: AbortSignal): Promise<void> {
  await app.runAlone(`flow:${shop}`, () => tellAlone(app, shop, signal));
}

/** Whether there is anything to look for or to tell. */
export async function isTellingDue(app: App, record: Shop, today: number): Promise<boolean> {
  const triggers = await readFlowTriggers(app.db, record.shop);
  if (!flowTriggerNames.some((name) => triggers[name].isOn)) return false;
  if (await isLookDue(app, record, triggers, today)) return true;
  if (record.dryRun) return false;
  const untold = await countUntold(app.db, record.shop);
  return flowTriggerNames.some(
    (name) => triggers[name].isOn && triggers[name].problem === null && untold[name] > 0,
  );
}

async function tellAlone(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const record = await findOpenShop(app, shop);
  if (record === null) return;
  const triggers = await readFlowTriggers(app.db, shop);
  const today = calendarDayOf(await app.now(), record.timeZone);
  await lookForNotices(app, record, triggers, today);
  let frame: PayloadFrame | null = null;
  for (const trigger of flowTriggerNames) {
    const { isOn, problem, daysBefore } = triggers[trigger];
    if (!isOn) continue;
    const terms = { trigger, today, timeZone: record.timeZone, daysBefore };
    await dropStaleNotices(app.db, shop, terms, new Date());
    if (problem !== null || record.dryRun) continue;
    frame ??= { shop: record, program: await readLiveProgram(app, record), today };
    await tellAll({ app, record, terms, frame, signal });
  }
}

interface Telling {
  app: App;
  record: Shop;
  terms: NoticeTerms;
  frame: PayloadFrame;
  signal: AbortSignal;
}

/** Looking for who can be told costs more than telling some: it is done for many calls at a time. */
const claimedAtOnce = 500;

/** One call after the other, until nobody is left or Shopify takes none. */
async function tellAll(telling: Telling): Promise<void> {
  const { app, record, terms, signal } = telling;
  const { shop } = record;
  const { trigger } = terms;
  const read = () => readClaimedNotices(app.db, shop, trigger, flowTriggersPerCall);
  for (;;) {
    signal.throwIfAborted();
    // Those first of which it is not known whether Flow has heard them.
    let notices = await read();
    if (notices.length === 0) {
      const families = publishedFamiliesOf(record);
      await claimNotices(app.db, shop, terms, families, claimedAtOnce);
      notices = await read();
    }
    if (notices.length === 0) return;
    const { problem, tryAgain } = await tellSome(telling, notices);
    if (problem !== null) return;
    if (tryAgain !== null)
      throw new Error(`Flow did not take all of ${trigger} of ${shop}: ${tryAgain}`);
  }
}

async function tellSome(
  { app, record: { shop }, terms: { trigger }, frame }: Telling,
  notices: readonly ClaimedNotice[],
): Promise<JudgedAnswers> {
  const payloads: FlowPayload[] = [];
  const told: bigint[] = [];
  const unsayable: bigint[] = [];
  for (const notice of notices) {
    const payload = payloadOf(trigger, notice, frame);
    if (payload === null) unsayable.push(notice.customerId);
    else {
      payloads.push(payload);
      told.push(notice.customerId);
    }
  }
  const outcomes =
    payloads.length === 0
      ? []
      : await startFlows(await app.adminOf(shop), flowHandles[trigger], payloads, {
          isBackground: true,
        });
  const judged = judgeAnswers(told, outcomes);
  const { taken, refused, problem } = judged;
  for (const customerId of [...refused, ...unsayable])
    app.log.warn({ shop, trigger, customerId: String(customerId) }, "not told to Flow");
  await app.db.$transaction(async (tx) => {
    await endNotices(tx, shop, trigger, [...taken, ...refused, ...unsayable]);
    if (taken.length > 0) await countFlowSent(tx, shop, trigger, taken.length, new Date());
    if (problem !== null) {
      await saveFlowTrigger(tx, shop, trigger, { problem });
      await putNoticesBack(tx, shop, trigger);
    }
  });
  return judged;
}
