import { z } from "zod";
import type { Transaction } from "../../../persistence/database.ts";
import type { App } from "../../app.ts";

/** What is to be written, all of it in one transaction and without asking Shopify anything. */
export type Act = (tx: Transaction) => Promise<void>;

/** Asks Shopify what must be asked, outside any transaction. May be called twice for one event. */
export type EventHandler = (app: App, shop: string, subject: unknown) => Promise<Act>;

export const doNothing: Act = () => Promise.resolve();

/** A handler whose subject is read as `subjectOf` has kept it, where an older version of the app may have put it. */
export function handlerOf<Schema extends z.ZodType>(
  schema: Schema,
  prepare: (app: App, shop: string, subject: z.output<Schema>) => Promise<Act>,
): EventHandler {
  return (app, shop, subject) => prepare(app, shop, schema.parse(subject));
}

const id = z.string().transform(BigInt);

export const orderSubject = z.object({ orderId: id });
export const customerSubject = z.object({ customerId: id });
/** A merge kept by an earlier version of the app does not say who was kept. */
export const mergeSubject = customerSubject.extend({ keptId: id.optional() });
/** Tags of ours only, which hold no comma. */
export const tagsSubject = customerSubject.extend({
  tags: z.string().transform((text) => text.split(",")),
});
export const bulkOperationSubject = z.object({ operationId: id });
export const segmentSubject = z.object({ segmentId: id });
export const noSubject = z.object({});
