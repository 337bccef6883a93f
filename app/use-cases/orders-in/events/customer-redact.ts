import { eraseCustomer } from "../../../persistence/erase-customer.ts";
import { insertPrivacyRequest } from "../../../persistence/privacy-requests.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { customerSubject, handlerOf } from "./event-handler.ts";

export const customerRedact = handlerOf(customerSubject, (_app, shop, { customerId }) =>
  Promise.resolve(async (tx) => {
    // A run that has read the customer's orders already would bring them back.
    await lockScoringOf(tx, shop);
    const now = new Date();
    await eraseCustomer(tx, shop, customerId, now);
    await insertPrivacyRequest(tx, {
      shop,
      kind: "erasure",
      customerId: null,
      receivedAt: now,
      doneAt: now,
    });
  }),
);
