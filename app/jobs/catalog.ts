/**
 * Every kind of work that is done later: what it needs to know, and how it is retried. A job without a
 * handler in app/jobs/handlers.ts does not compile.
 */
import { z } from "zod";
import type { Queue } from "pg-boss";

const ofShop = z.object({ shop: z.string() });

export const jobs = {
  /** Reads all orders of a shop; goes on where a killed worker stopped. */
  "import-orders": { data: ofShop, onePerShop: true, expireInSeconds: 86_400, retryLimit: 50 },
  /** A first look at the base by customers' totals, while the orders are read. */
  "estimate-base": { data: ofShop, onePerShop: true, expireInSeconds: 300, retryLimit: 5 },
  /** Calibrates and scores everybody. */
  "score-base": {
    data: ofShop.extend({ kind: z.enum(["import", "recalibration", "program-change"]) }),
    onePerShop: true,
    expireInSeconds: 3_600,
    retryLimit: 10,
  },
  /** Learns from the whole base what to expect of everybody; moves nobody. */
  "study-base": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 10 },
  /** Puts everybody where the shadow program would; moves nobody. */
  "evaluate-shadow": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 10 },
  /** Acts on one webhook of the inbox. */
  "handle-event": {
    data: ofShop.extend({ webhookId: z.string() }),
    onePerShop: false,
    expireInSeconds: 300,
    retryLimit: 12,
  },
  /** Acts once more on what the inbox holds. */
  "repeat-events": {
    data: ofShop.extend({ handledBefore: z.iso.datetime() }),
    onePerShop: true,
    expireInSeconds: 3_600,
    retryLimit: 10,
  },
  /** Asks again for orders of which two answers of one moment differ, or whose customer is gone. */
  "settle-doubts": { data: ofShop, onePerShop: true, expireInSeconds: 600, retryLimit: 12 },
  /** Finds what changed in the shop without our being told. */
  "sweep-orders": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 10 },
  /** Compares every order of the ledger with the shop's. */
  "reconcile-orders": { data: ofShop, onePerShop: true, expireInSeconds: 86_400, retryLimit: 50 },
  /** Scores the customers whose orders changed, against the stored calibration. */
  retier: { data: ofShop, onePerShop: true, expireInSeconds: 600, retryLimit: 12 },
  /** Decides on the customers whose labels were to change by today. */
  "decide-due": { data: ofShop, onePerShop: true, expireInSeconds: 600, retryLimit: 12 },
  /** Does what a merchant decided by hand about everybody of a view. */
  "act-on-many": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 12 },
  /** Works out who belongs to the merchant's own groups. */
  "renew-groups": { data: ofShop, onePerShop: true, expireInSeconds: 600, retryLimit: 12 },
  /** Reads the groups of Shopify's own RFM report, once the merchant has asked for them. */
  "read-shopify-groups": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 12 },
  /** Asks Shopify what only it knows of its customers, for the groups that go by it. */
  "ask-shopify": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 12 },
  /** Looks for the customers of a file of many addresses, for a group. */
  "match-members": { data: ofShop, onePerShop: true, expireInSeconds: 86_400, retryLimit: 50 },
  /** Reads checkouts that were left, and works out who is interested in something. */
  "study-interest": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 10 },
  /** Brings Shopify in step with what was decided: of everybody, or of customers who are marked for it. */
  publish: {
    data: ofShop.extend({ kind: z.literal("marked").optional() }),
    onePerShop: true,
    expireInSeconds: 86_400,
    retryLimit: 50,
  },
  /** Tells Shopify Flow of customers what Shopify shows of them now. */
  "tell-flow": { data: ofShop, onePerShop: true, expireInSeconds: 3_600, retryLimit: 12 },
  /** Looks for what others changed of ours in Shopify. */
  "check-drift": {
    data: ofShop.extend({ kind: z.enum(["noticed", "sample"]) }),
    onePerShop: true,
    expireInSeconds: 3_600,
    retryLimit: 10,
  },
  /** Once a day: forgets what is older than the merchant wants it kept. */
  "forget-history": { data: ofShop, onePerShop: true, expireInSeconds: 600, retryLimit: 3 },
  /** Every minute: whose day has changed, and what got stuck. */
  tick: { data: z.object({}), onePerShop: false, expireInSeconds: 60, retryLimit: 0 },
} as const satisfies Record<string, JobKind>;

interface JobKind {
  data: z.ZodType<object>;
  /** One queued and one active per shop (and kind of run): a running job never absorbs a newer request. */
  onePerShop: boolean;
  expireInSeconds: number;
  retryLimit: number;
}

export type JobName = keyof typeof jobs;
export type JobData<Name extends JobName> = z.infer<(typeof jobs)[Name]["data"]>;

export const jobNames = Object.keys(jobs) as JobName[];

/** The queue's own settings. Heartbeats give a killed worker's job back within half a minute. */
export function queueOf(name: JobName): Queue {
  const job = jobs[name];
  return {
    name,
    // Not "stately", which also keeps a second one from becoming active: it decides that by a count some seconds old,
    // and meanwhile one shop's waiting job holds up all other shops'. The worker's `groupConcurrency` is exact.
    policy: job.onePerShop ? "short" : "standard",
    expireInSeconds: job.expireInSeconds,
    retryLimit: job.retryLimit,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: 15,
    notify: true,
    deleteAfterSeconds: 86_400,
  };
}
