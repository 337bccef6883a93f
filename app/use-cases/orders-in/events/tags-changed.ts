import { changedInShopify, noticeDrift } from "../../../persistence/drifts.ts";
import {
  notePossibleTags,
  noteUncertainTags,
  setAside,
} from "../../../persistence/publication-ledger.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import { publishAgain } from "../../publishing/publish-again.ts";
import { readLabelTags } from "../../publishing/label-tags-of-shop.ts";
import { doNothing, handlerOf, tagsSubject } from "./event-handler.ts";

/**
 * Somebody else gave a tag of ours: it may be there now, and the next publication takes it off unless it is due. One that
 * no label of ours bears is theirs, whatever it begins with.
 */
export const tagsAdded = tagsHandler(notePossibleTags, readLabelTags);
/** Somebody else took a tag of ours off: it is not certain any more, and the next publication gives it back if due. */
export const tagsRemoved = tagsHandler(noteUncertainTags, null);

/** Where the merchant wants to be asked first, the customer is set aside and looked at. */
function tagsHandler(note: typeof notePossibleTags, readOurs: typeof readLabelTags | null) {
  return handlerOf(tagsSubject, async (app, shop, told) => {
    const record = await findInstalledShop(app.db, shop);
    if (record === null) return doNothing;
    const ours = readOurs === null ? null : await readOurs(app, record);
    const tags = told.tags.filter((tag) => ours === null || ours.has(tag.toLowerCase()));
    if (tags.length === 0) return doNothing;
    const write = { ...told, tags };
    return async (tx) => {
      const at = new Date();
      await note(tx, shop, [write], at);
      if (!record.reportDriftOnly) {
        await publishAgain(app, tx, shop, [write.customerId]);
        return;
      }
      const { customerId } = write;
      await setAside(tx, shop, [{ customerId, problem: changedInShopify }], at);
      await noticeDrift(tx, shop, customerId, at);
      await app.enqueue(tx, "check-drift", { shop, kind: "noticed" });
    };
  });
}
