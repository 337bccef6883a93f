import { changedInShopify, noticeDrift } from "../../../persistence/drifts.ts";
import {
  notePossibleTags,
  noteUncertainTags,
  setAside,
} from "../../../persistence/publication-ledger.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import { handlerOf, tagsSubject } from "./event-handler.ts";

/** Somebody else gave a tag of ours: it may be there now, and the next publication takes it off unless it is due. */
export const tagsAdded = tagsHandler(notePossibleTags);
/** Somebody else took a tag of ours off: it is not certain any more, and the next publication gives it back if due. */
export const tagsRemoved = tagsHandler(noteUncertainTags);

/** Where the merchant wants to be asked first, the customer is set aside and looked at. */
function tagsHandler(note: typeof notePossibleTags) {
  return handlerOf(tagsSubject, async (app, shop, write) => {
    const record = await findInstalledShop(app.db, shop);
    return async (tx) => {
      const at = new Date();
      await note(tx, shop, [write], at);
      if (record?.reportDriftOnly !== true) {
        await app.enqueue(tx, "publish", { shop });
        return;
      }
      const { customerId } = write;
      await setAside(tx, shop, [{ customerId, problem: changedInShopify }], at);
      await noticeDrift(tx, shop, customerId, at);
      await app.enqueue(tx, "check-drift", { shop, kind: "noticed" });
    };
  });
}
