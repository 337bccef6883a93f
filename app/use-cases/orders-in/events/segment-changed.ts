import { handlerOf, noSubject } from "./event-handler.ts";

/** Somebody changed or deleted a segment of ours in Shopify: what it is now is asked for. */
export const segmentChanged = handlerOf(noSubject, (app, shop) =>
  Promise.resolve((tx) => app.enqueue(tx, "check-drift", { shop, kind: "noticed" })),
);
