import { eraseShop } from "../../../persistence/shops.ts";
import { handlerOf, noSubject } from "./event-handler.ts";

export const shopRedact = handlerOf(noSubject, (_app, shop) =>
  Promise.resolve((tx) => eraseShop(tx, shop)),
);
