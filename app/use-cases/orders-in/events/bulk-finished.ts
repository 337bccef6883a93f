import { listWorkWaitingFor } from "../../../persistence/bulk-operations.ts";
import { bulkOperationSubject, handlerOf } from "./event-handler.ts";

/**
 * Whoever started a bulk operation asks after it, since this news can be lost. It matters when that worker is gone: the
 * work then goes on now and not when the queue gives it to another.
 */
export const bulkFinished = handlerOf(bulkOperationSubject, (app, shop, { operationId }) =>
  Promise.resolve(async (tx) => {
    for (const job of await listWorkWaitingFor(tx, shop, operationId))
      await app.enqueue(tx, job, { shop });
  }),
);
