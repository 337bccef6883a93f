import type { z } from "zod";
import type { App } from "../use-cases/app.ts";
import { importOrders } from "../use-cases/orders-in/import-orders.ts";
import { handleEvent } from "../use-cases/orders-in/handle-event.ts";
import { actOnMany } from "../use-cases/by-hand/act-on-many.ts";
import { lookAround } from "../use-cases/look-around.ts";
import { askShopify } from "../use-cases/groups/ask-shopify.ts";
import { studyInterest } from "../use-cases/interest/study-interest.ts";
import { readShopifyGroups } from "../use-cases/groups/read-shopify-groups.ts";
import { matchMembers } from "../use-cases/groups/match-members.ts";
import { renewGroups } from "../use-cases/groups/renew-groups.ts";
import { tellFlow } from "../use-cases/flow/triggers/tell-flow.ts";
import { forgetHistory } from "../use-cases/privacy/forget-history.ts";
import { checkDrift } from "../use-cases/publishing/drift/check-drift.ts";
import { publishShop } from "../use-cases/publishing/publish-shop.ts";
import { repeatEvents } from "../use-cases/orders-in/repeat-events.ts";
import { settleDoubts } from "../use-cases/orders-in/settle-doubts.ts";
import { reconcileOrders } from "../use-cases/reconciling/reconcile-orders.ts";
import { sweepOrders } from "../use-cases/reconciling/sweep-orders.ts";
import { decideDue } from "../use-cases/scoring/decide-due.ts";
import { estimateBase } from "../use-cases/scoring/estimate-base.ts";
import { retierDirtyCustomers } from "../use-cases/scoring/retier-dirty-customers.ts";
import { scoreBase } from "../use-cases/scoring/score-base.ts";
import { evaluateShadow } from "../use-cases/shadow/evaluate-shadow.ts";
import { studyBase } from "../use-cases/scoring/study-base.ts";
import { jobs, type JobName } from "./catalog.ts";

type Handler = (app: App, data: unknown, signal: AbortSignal) => Promise<void>;

/** What each job does. Every handler may run twice. */
export const handlers: Record<JobName, Handler> = {
  "import-orders": handle(jobs["import-orders"].data, (app, { shop }, signal) =>
    importOrders(app, shop, signal),
  ),
  "estimate-base": handle(jobs["estimate-base"].data, (app, { shop }) => estimateBase(app, shop)),
  "score-base": handle(jobs["score-base"].data, (app, { shop, kind }) =>
    scoreBase(app, shop, kind),
  ),
  "study-base": handle(jobs["study-base"].data, (app, { shop }) => studyBase(app, shop)),
  "evaluate-shadow": handle(jobs["evaluate-shadow"].data, (app, { shop }) =>
    evaluateShadow(app, shop),
  ),
  "handle-event": handle(jobs["handle-event"].data, (app, { shop, webhookId }) =>
    handleEvent(app, shop, webhookId),
  ),
  "repeat-events": handle(jobs["repeat-events"].data, (app, { shop, handledBefore }, signal) =>
    repeatEvents(app, shop, new Date(handledBefore), signal),
  ),
  "settle-doubts": handle(jobs["settle-doubts"].data, (app, { shop }, signal) =>
    settleDoubts(app, shop, signal),
  ),
  "sweep-orders": handle(jobs["sweep-orders"].data, (app, { shop }, signal) =>
    sweepOrders(app, shop, signal),
  ),
  "reconcile-orders": handle(jobs["reconcile-orders"].data, (app, { shop }, signal) =>
    reconcileOrders(app, shop, signal),
  ),
  retier: handle(jobs.retier.data, (app, { shop }) => retierDirtyCustomers(app, shop)),
  "decide-due": handle(jobs["decide-due"].data, (app, { shop }) => decideDue(app, shop)),
  "act-on-many": handle(jobs["act-on-many"].data, (app, { shop }) => actOnMany(app, shop)),
  "renew-groups": handle(jobs["renew-groups"].data, (app, { shop }) => renewGroups(app, shop)),
  "read-shopify-groups": handle(jobs["read-shopify-groups"].data, (app, { shop }, signal) =>
    readShopifyGroups(app, shop, signal),
  ),
  "ask-shopify": handle(jobs["ask-shopify"].data, (app, { shop }, signal) =>
    askShopify(app, shop, signal),
  ),
  "match-members": handle(jobs["match-members"].data, (app, { shop }, signal) =>
    matchMembers(app, shop, signal),
  ),
  "study-interest": handle(jobs["study-interest"].data, (app, { shop }, signal) =>
    studyInterest(app, shop, signal),
  ),
  publish: handle(jobs.publish.data, (app, { shop, kind }, signal) =>
    publishShop(app, shop, signal, kind),
  ),
  "tell-flow": handle(jobs["tell-flow"].data, (app, { shop }, signal) =>
    tellFlow(app, shop, signal),
  ),
  "check-drift": handle(jobs["check-drift"].data, (app, { shop, kind }, signal) =>
    checkDrift(app, shop, kind, signal),
  ),
  "forget-history": handle(jobs["forget-history"].data, (app, { shop }) =>
    forgetHistory(app, shop),
  ),
  tick: handle(jobs.tick.data, (app) => lookAround(app)),
};

/** A job's data comes from the database, where an older version of the app may have put it. */
function handle<Schema extends z.ZodType>(
  schema: Schema,
  act: (app: App, data: z.output<Schema>, signal: AbortSignal) => Promise<void>,
): Handler {
  return (app, data, signal) => act(app, schema.parse(data), signal);
}
