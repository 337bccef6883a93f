import { tryAgain } from "../../../persistence/publication-ledger.ts";
import { publishAgain } from "../../publishing/publish-again.ts";
import { customerSubject, handlerOf } from "./event-handler.ts";

/** A customer Shopify refused to write to has changed: perhaps it takes the writing now. */
export const customerTouched = handlerOf(customerSubject, (app, shop, { customerId }) =>
  Promise.resolve(async (tx) => {
    await tryAgain(tx, shop, [customerId]);
    await publishAgain(app, tx, shop, [customerId]);
  }),
);
