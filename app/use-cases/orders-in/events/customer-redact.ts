import { eraseCustomer } from "../../../persistence/erase-customer.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { customerSubject, handlerOf } from "./event-handler.ts";

export const customerRedact = handlerOf(customerSubject, (_app, shop, { customerId }) =>
  Promise.resolve(async (tx) => {
    // A run that has read the customer's orders already would bring them back.
    await lockScoringOf(tx, shop);
    await eraseCustomer(tx, shop, customerId, new Date());
  }),
);
