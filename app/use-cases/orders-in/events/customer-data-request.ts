import { insertPrivacyRequest } from "../../../persistence/privacy-requests.ts";
import { customerSubject, handlerOf } from "./event-handler.ts";

/** The merchant answers the customer: what we hold is to be downloaded in Settings. */
export const customerDataRequest = handlerOf(customerSubject, (_app, shop, { customerId }) =>
  Promise.resolve((tx) =>
    insertPrivacyRequest(tx, {
      shop,
      kind: "export",
      customerId,
      receivedAt: new Date(),
      doneAt: null,
    }),
  ),
);
