import { confirmMetafields } from "../../persistence/publication-ledger.ts";
import {
  listMetafieldsToDelete,
  listMetafieldsToSet,
} from "../../persistence/publication-wishes.ts";
import { startSettingMetafields } from "../../shopify/bulk-customer-writes.ts";
import { deleteMetafields, setMetafields } from "../../shopify/write-metafields.ts";
import { writeInBulk } from "./bulk-writing.ts";
import { describeStandings } from "./describe-standings.ts";
import { publishedFamiliesOf } from "./published-families.ts";
import { mostBulkCustomers, type Publishing } from "./publishing.ts";
import { settle } from "./settle.ts";

/** Twelve customers go into one call of about the price of one tag, so calls stay quicker for longer. */
const mostDirectFields = 600;

/** Writes the fields `tier` and `standing`, and takes them away from customers who are not ranked any more. */
export async function publishMetafields(publishing: Publishing): Promise<void> {
  await setWanted(publishing);
  await deleteUnwanted(publishing);
}

async function setWanted(publishing: Publishing): Promise<void> {
  const { app, admin, signal } = publishing;
  const { shop } = publishing.shop;
  const families = publishedFamiliesOf(publishing.shop);
  for (;;) {
    signal.throwIfAborted();
    const writes = await listMetafieldsToSet(app.db, shop, families, mostBulkCustomers);
    if (writes.length === 0) return;
    const fields = await describeStandings(publishing, writes);
    if (writes.length > mostDirectFields) {
      const lines = writes.map(({ customerId, hash }) => ({ customerId, hash, tags: [] }));
      await writeInBulk(publishing, "set-metafields", lines, () =>
        startSettingMetafields(admin, fields),
      );
    } else {
      await settle(publishing, writes, await setMetafields(admin, fields), (done) =>
        confirmMetafields(app.db, shop, done, new Date()),
      );
    }
  }
}

async function deleteUnwanted(publishing: Publishing): Promise<void> {
  const { app, admin, signal } = publishing;
  const { shop } = publishing.shop;
  const families = publishedFamiliesOf(publishing.shop);
  for (;;) {
    signal.throwIfAborted();
    const customerIds = await listMetafieldsToDelete(app.db, shop, families, mostDirectFields);
    if (customerIds.length === 0) return;
    const writes = customerIds.map((customerId) => ({ customerId, hash: null }));
    await settle(publishing, writes, await deleteMetafields(admin, customerIds), (done) =>
      confirmMetafields(app.db, shop, done, new Date()),
    );
  }
}
