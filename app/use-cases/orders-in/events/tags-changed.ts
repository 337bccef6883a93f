import { notePossibleTags, noteUncertainTags } from "../../../persistence/publication-ledger.ts";
import { handlerOf, tagsSubject } from "./event-handler.ts";

/** Somebody else gave a tag of ours: it may be there now, and the next publication takes it off unless it is due. */
export const tagsAdded = tagsHandler(notePossibleTags);
/** Somebody else took a tag of ours off: it is not certain any more, and the next publication gives it back if due. */
export const tagsRemoved = tagsHandler(noteUncertainTags);

function tagsHandler(note: typeof notePossibleTags) {
  return handlerOf(tagsSubject, (app, shop, write) =>
    Promise.resolve(async (tx) => {
      await note(tx, shop, [write], new Date());
      await app.enqueue(tx, "publish", { shop });
    }),
  );
}
