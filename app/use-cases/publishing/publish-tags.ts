import {
  confirmAddedTags,
  confirmRemovedTags,
  notePossibleTags,
  noteUncertainTags,
} from "../../persistence/publication-ledger.ts";
import { listTagsToAdd, listTagsToRemove } from "../../persistence/publication-wishes.ts";
import { startAddingTags, startRemovingTags } from "../../shopify/bulk-customer-writes.ts";
import { addTags, removeTags } from "../../shopify/write-tags.ts";
import { writeInBulk } from "./bulk-writing.ts";
import { publishedFamiliesOf } from "./published-families.ts";
import { mostBulkCustomers, mostDirectCustomers, type Publishing } from "./publishing.ts";
import { settle } from "./settle.ts";

/** The two halves of a change of tags. The ledger expects the worst before a write: it may be there, and may not. */
const adding = {
  step: "add-tags",
  list: listTagsToAdd,
  note: notePossibleTags,
  write: addTags,
  start: startAddingTags,
  confirm: confirmAddedTags,
} as const;
const removing = {
  step: "remove-tags",
  list: listTagsToRemove,
  note: noteUncertainTags,
  write: removeTags,
  start: startRemovingTags,
  confirm: confirmRemovedTags,
} as const;

/** The new tags go on before the old ones come off, so that nobody is without one in between. */
export async function publishTags(publishing: Publishing): Promise<void> {
  await carryOut(publishing, adding);
  await carryOut(publishing, removing);
}

async function carryOut(
  publishing: Publishing,
  half: typeof adding | typeof removing,
): Promise<void> {
  const { app, admin, signal } = publishing;
  const { shop } = publishing.shop;
  const families = publishedFamiliesOf(publishing.shop);
  for (;;) {
    signal.throwIfAborted();
    const writes = await half.list(app.db, shop, families, mostBulkCustomers);
    if (writes.length === 0) return;
    await half.note(app.db, shop, writes, new Date());
    if (writes.length > mostDirectCustomers) {
      const lines = writes.map((write) => ({ ...write, hash: null }));
      await writeInBulk(publishing, half.step, lines, () => half.start(admin, writes));
    } else {
      await settle(publishing, writes, await half.write(admin, writes), (done) =>
        half.confirm(app.db, shop, done, new Date()),
      );
    }
  }
}
