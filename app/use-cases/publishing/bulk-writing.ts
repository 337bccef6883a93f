import { randomUUID } from "node:crypto";
import {
  deleteBulkWrite,
  insertBulkWrite,
  listBulkLines,
  listBulkWrites,
  noteBulkOperation,
  noteBulkProgress,
  type BulkStep,
  type BulkWrite,
} from "../../persistence/bulk-writes.ts";
import { updateShop } from "../../persistence/shops.ts";
import { readBulkOutcomes } from "../../shopify/bulk-customer-writes.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import {
  findBulkMutation,
  stageLines,
  startBulkMutation,
} from "../../shopify/run-bulk-mutation.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { CustomerOutcome } from "../../shopify/write-outcome.ts";
import { customersPerMutation } from "./plan/write-times.ts";
import type { Publishing } from "./publishing.ts";
import { settle } from "./settle.ts";
import { steps } from "./steps.ts";

/** A start that was sent may still be on its way for so long after we have last heard of it. */
const lostStartMs = 10_000;
const outcomesAtOnce = 5_000;
/** Shopify tells whole seconds, so less says little about the pace. */
const leastMeasuredSeconds = 5;

/** Writes customers of one step by a bulk mutation, which is entered so that any worker can settle it. */
export async function startInBulk(
  publishing: Publishing,
  step: BulkStep,
  most: number,
): Promise<"started" | "busy"> {
  const { app, admin } = publishing;
  const { shop } = publishing.shop;
  const prepared = await steps[step].prepare(publishing, most);
  if (prepared.entries.length === 0) return "started";
  const mutation = prepared.inBulk();
  const path = await stageLines(admin, mutation.lines);
  const id = randomUUID();
  const customers = prepared.entries.map((entry, place) => ({ ...entry, place }));
  const lines = mutation.lines.length;
  await insertBulkWrite(app.db, shop, { id, step, startedAt: new Date(), lines }, customers);
  try {
    await noteBulkOperation(app.db, shop, id, await startBulkMutation(admin, mutation, path, id));
    return "started";
  } catch (error) {
    // Any other failure may have lost the answer only: the write stays, and is looked for by its id.
    if (!(error instanceof ShopifyCallFailed) || error.failure !== "busy") throw error;
    await deleteBulkWrite(app.db, shop, id);
    return "busy";
  }
}

/** Asks how far each bulk write is, settles those that have ended, and returns the others. */
export async function settleBulkWrites(publishing: Publishing): Promise<BulkWrite[]> {
  const underWay: BulkWrite[] = [];
  let tryAgain: string | null = null;
  for (const write of await listBulkWrites(publishing.app.db, publishing.shop.shop)) {
    publishing.signal.throwIfAborted();
    const state = await stateOf(publishing, write);
    if (state.kind === "under-way") {
      underWay.push({ ...write, linesDone: state.linesDone });
      continue;
    }
    const refused = state.url === null ? null : await settleLines(publishing, write, state.url);
    await endWrite(publishing, write, state.seconds);
    tryAgain = state.failure ?? refused ?? tryAgain;
  }
  if (tryAgain !== null)
    throw new Error(`Shopify did not take all writes for ${publishing.shop.shop}: ${tryAgain}`);
  return underWay;
}

type WriteState =
  | { kind: "under-way"; linesDone: number }
  /** `url` leads to what became of the lines it got to. Null failure = all of them. */
  | { kind: "ended"; url: string | null; failure: string | null; seconds: number | null };

async function stateOf({ app, admin, shop }: Publishing, write: BulkWrite): Promise<WriteState> {
  const operationId =
    write.operationId ?? (await findBulkMutation(admin, write.id, write.startedAt));
  if (operationId === null) {
    // It was never started, or the start has not arrived yet.
    const isOnItsWay = Date.now() - write.startedAt.getTime() < lostStartMs;
    return isOnItsWay
      ? { kind: "under-way", linesDone: 0 }
      : { kind: "ended", url: null, failure: null, seconds: null };
  }
  if (write.operationId === null) await noteBulkOperation(app.db, shop.shop, write.id, operationId);
  const operation = await readBulkOperation(admin, operationId);
  switch (operation.kind) {
    case "running":
      if (operation.objectsDone !== write.linesDone)
        await noteBulkProgress(app.db, shop.shop, write.id, operation.objectsDone);
      return { kind: "under-way", linesDone: operation.objectsDone };
    case "completed":
      return { kind: "ended", url: operation.url, failure: null, seconds: operation.seconds };
    case "failed":
      return {
        kind: "ended",
        url: operation.partialUrl,
        failure: operation.reason,
        seconds: null,
      };
  }
}

async function settleLines(
  publishing: Publishing,
  { id, step }: BulkWrite,
  url: string,
): Promise<string | null> {
  const { app, admin, shop, signal } = publishing;
  const customers = await listBulkLines(app.db, shop.shop, id);
  const idAt = new Map(customers.map(({ place, customerId }) => [place, customerId]));
  const entryOf = new Map(customers.map((customer) => [customer.customerId, customer]));
  let tryAgain: string | null = null;
  let outcomes: CustomerOutcome[] = [];
  const enter = async () => {
    signal.throwIfAborted();
    const entries = outcomes.flatMap(({ customerId }) => entryOf.get(customerId) ?? []);
    tryAgain = (await settle(publishing, step, entries, outcomes, id)).tryAgain ?? tryAgain;
    outcomes = [];
  };
  // Shopify names the one at fault by their place in the line, so whoever is forgotten or settled leaves theirs empty.
  const perLine = customersPerMutation(step);
  const customersOf = (line: number) =>
    Array.from({ length: perLine }, (_, index) => idAt.get(line * perLine + index) ?? null);
  for await (const outcome of readBulkOutcomes(admin, url, steps[step].of, customersOf)) {
    outcomes.push(outcome);
    if (outcomes.length >= outcomesAtOnce) await enter();
  }
  if (outcomes.length > 0) await enter();
  return tryAgain;
}

/** Whoever of its customers is not settled is outstanding again. */
async function endWrite(
  { app, shop }: Publishing,
  { id, lines }: BulkWrite,
  seconds: number | null,
): Promise<void> {
  await deleteBulkWrite(app.db, shop.shop, id);
  if (seconds === null || seconds < leastMeasuredSeconds) return;
  shop.bulkLinesPerSecond = lines / seconds;
  await updateShop(app.db, shop.shop, { bulkLinesPerSecond: shop.bulkLinesPerSecond });
}
