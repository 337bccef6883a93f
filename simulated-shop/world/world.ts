import type { AbandonedCheckout } from "./abandoned-checkout.ts";
import type { BulkOperation } from "./bulk-operation.ts";
import { ChangeTimes } from "./change-time.ts";
import { createClock, type Clock } from "./clock.ts";
import type { Collection } from "./collection.ts";
import type { Customer } from "./customer.ts";
import type { Discount } from "./discount.ts";
import type { OrderEdit } from "./order-edit.ts";
import { WorldEvents } from "./events.ts";
import type { FlowTrigger } from "./flow-trigger.ts";
import { IdSequence } from "./id-sequence.ts";
import type { Job } from "./job.ts";
import type { Metafield } from "./metafield.ts";
import type { MemberQuery } from "./member-query.ts";
import type { MetafieldDefinition } from "./metafield-definition.ts";
import type { Order } from "./order.ts";
import type { Product } from "./product.ts";
import type { Segment } from "./segment.ts";
import type { PlanName } from "./plan.ts";
import type { ApiWebhookSubscription } from "./webhook-subscription.ts";

export type Shop = {
  readonly gidType: "Shop";
  readonly id: number;
  readonly name: string;
  /** "echelon-demo.myshopify.com" */
  readonly domain: string;
  readonly email: string;
  /** ISO 4217, e.g. "GBP". All amounts of the world are in its minor units. */
  readonly currencyCode: string;
  /** IANA name, e.g. "Europe/London". */
  readonly timeZone: string;
  readonly countryCode: string;
  readonly plan: PlanName;
  metafields: Metafield[];
};

/** What an app has the shop's pages load: its web pixel extension, with these settings. */
export type WebPixel = {
  readonly gidType: "WebPixel";
  readonly id: number;
  readonly settings: object;
};

/** Everything the simulated shop knows. Change it only through the action files of this folder: they emit the events. */
export type World = {
  readonly shop: Shop;
  readonly clock: Clock;
  readonly events: WorldEvents;
  readonly ids: IdSequence;
  /** Moments of change of orders; see change-time.ts. */
  readonly changeTimes: ChangeTimes;
  readonly customers: Map<number, Customer>;
  readonly customersByEmail: Map<string, Customer>;
  readonly orders: Map<number, Order>;
  /** Checkouts that were left, ascending by id; see abandoned-checkout.ts for which of them are told of. */
  readonly checkouts: Map<number, AbandonedCheckout>;
  readonly products: Map<number, Product>;
  readonly collections: Map<number, Collection>;
  readonly segments: Map<number, Segment>;
  readonly metafieldDefinitions: Map<number, MetafieldDefinition>;
  /** Searches for members, by the UUID of their gid. */
  readonly memberQueries: Map<string, MemberQuery>;
  readonly discounts: Map<number, Discount>;
  /** By code in lower case. */
  readonly discountsByCode: Map<string, Discount>;
  readonly bulkOperations: Map<number, BulkOperation>;
  /** Work the API answers before it is done: by the UUID of its gid. */
  readonly jobs: Map<string, Job>;
  /** Order edits that were begun and not committed, by calculated order. */
  readonly orderEdits: Map<number, OrderEdit>;
  /** What apps told Flow, oldest first. */
  readonly flowTriggers: FlowTrigger[];
  /** Those made through the Admin API; the declared ones stand in the app's configuration. */
  readonly webhookSubscriptions: Map<number, ApiWebhookSubscription>;
  /** The app's own; null while it has turned on none. */
  webPixel: WebPixel | null;
  /** Counts changes, so that an ordering computed from the state knows when it is stale. */
  revision: number;
  /** Number the next order's name gets: 1001 → "#1001". */
  nextOrderNumber: number;
};

export type WorldStart = Omit<Shop, "gidType" | "id" | "metafields"> & {
  /** Where the clock stands, epoch milliseconds. */
  nowMs: number;
};

/** An empty shop: facts, a stopped clock, no customers and no orders. */
export function createWorld({ nowMs, ...shop }: WorldStart): World {
  const events = new WorldEvents();
  const ids = new IdSequence();
  const clock = createClock(nowMs, (formerMs) => {
    events.emit({
      kind: "clock-advanced",
      actionId: newActionId({ ids }),
      formerMs,
      nowMs: clock.nowMs(),
    });
  });
  return {
    shop: { ...shop, gidType: "Shop", id: 60_000_000_001, metafields: [] },
    clock,
    events,
    ids,
    changeTimes: new ChangeTimes(clock),
    customers: new Map(),
    customersByEmail: new Map(),
    orders: new Map(),
    checkouts: new Map(),
    products: new Map(),
    collections: new Map(),
    segments: new Map(),
    metafieldDefinitions: new Map(),
    memberQueries: new Map(),
    discounts: new Map(),
    discountsByCode: new Map(),
    bulkOperations: new Map(),
    jobs: new Map(),
    orderEdits: new Map(),
    flowTriggers: [],
    webhookSubscriptions: new Map(),
    webPixel: null,
    revision: 0,
    nextOrderNumber: 1001,
  };
}

/** One id for all events of one action. */
export function newActionId({ ids }: Pick<World, "ids">): string {
  return String(ids.take("Action"));
}
