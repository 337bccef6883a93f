/** The four kinds of writing to customers: who needs it, what the ledger is told before and after, and both ways to send it. */
import type { BulkLine, BulkStep } from "../../persistence/bulk-writes.ts";
import type { Database } from "../../persistence/database.ts";
import {
  confirmAddedTags,
  confirmMetafields,
  confirmRemovedTags,
  notePossibleFields,
  notePossibleTags,
  noteUncertainTags,
} from "../../persistence/publication-ledger.ts";
import {
  listMetafieldsToDelete,
  listMetafieldsToSet,
  listTagsToAdd,
  listTagsToRemove,
  type PublishedFamilies,
  type TagWrite,
} from "../../persistence/publication-wishes.ts";
import type { AdminClient, CallOptions } from "../../shopify/admin-client.ts";
import {
  addingTags,
  deletingMetafields,
  removingTags,
  settingMetafields,
} from "../../shopify/bulk-customer-writes.ts";
import type { BulkMutation } from "../../shopify/run-bulk-mutation.ts";
import {
  deleteMetafields,
  setMetafields,
  type MetafieldWrite,
} from "../../shopify/write-metafields.ts";
import type { CustomerOutcome, WriteOutcome } from "../../shopify/write-outcome.ts";
import { addTags, removeTags } from "../../shopify/write-tags.ts";
import { describeStandings } from "./describe-standings.ts";
import { publishedFamiliesIn } from "./published-families.ts";
import type { Publishing } from "./publishing.ts";

/** What the ledger is to be told of one customer once Shopify has confirmed the write. */
export type Entry = Omit<BulkLine, "place">;

/** An entry, and what Shopify said. */
export type DoneEntry = Entry & { outcome: Extract<WriteOutcome, { kind: "done" }> };

/** Customers of one step who have been looked up and noted: the ledger expects the worst of what comes now. */
export interface PreparedWrites {
  entries: Entry[];
  call(admin: AdminClient, options: CallOptions): Promise<CustomerOutcome[]>;
  inBulk(): BulkMutation;
}

export interface Step {
  /** What a line of its bulk result is about. */
  of: "tags" | "fields";
  prepare(publishing: Publishing, most: number): Promise<PreparedWrites>;
  confirm(db: Database, shop: string, done: readonly DoneEntry[], at: Date): Promise<unknown>;
}

export const steps: Record<BulkStep, Step> = {
  "add-tags": {
    of: "tags",
    prepare: preparer({
      list: listedBy(listTagsToAdd),
      note: notePossibleTags,
      call: addTags,
      inBulk: addingTags,
      entryOf: tagEntry,
    }),
    confirm: (db, shop, done, at) =>
      confirmAddedTags(
        db,
        shop,
        done.map((each) => ({ ...each, tagCount: each.outcome.tagCount ?? null })),
        at,
      ),
  },
  "remove-tags": {
    of: "tags",
    prepare: preparer({
      list: listedBy(listTagsToRemove),
      note: noteUncertainTags,
      call: removeTags,
      inBulk: removingTags,
      entryOf: tagEntry,
    }),
    confirm: confirmRemovedTags,
  },
  "set-metafields": {
    of: "fields",
    prepare: preparer<FieldWrite>({
      list: listFieldsToSet,
      note: notePossibleFields,
      call: (admin, writes, options) => setMetafields(admin, writes.map(fieldsIn), options),
      inBulk: (writes) => settingMetafields(writes.map(fieldsIn)),
      entryOf: ({ customerId, hash }) => ({ customerId, tags: [], hash }),
    }),
    confirm: (db, shop, done, at) =>
      confirmMetafields(
        db,
        shop,
        done.map(({ customerId, hash, outcome: { digests } }) => ({
          customerId,
          hash,
          tierDigest: digests?.tier ?? null,
          standingDigest: digests?.standing ?? null,
        })),
        at,
      ),
  },
  "delete-metafields": {
    of: "fields",
    prepare: preparer({
      list: listedBy(listMetafieldsToDelete),
      note: notePossibleFields,
      call: (admin, writes, options) => deleteMetafields(admin, writes.map(idOf), options),
      inBulk: (writes) => deletingMetafields(writes.map(idOf)),
      entryOf: ({ customerId }) => ({ customerId, tags: [], hash: null }),
    }),
    confirm: (db, shop, done, at) =>
      confirmMetafields(
        db,
        shop,
        done.map(({ customerId }) => ({
          customerId,
          hash: null,
          tierDigest: null,
          standingDigest: null,
        })),
        at,
      ),
  },
};

interface Parts<Write> {
  list(publishing: Publishing, most: number): Promise<Write[]>;
  note(db: Database, shop: string, writes: readonly Write[], at: Date): Promise<bigint[]>;
  call(
    admin: AdminClient,
    writes: readonly Write[],
    options: CallOptions,
  ): Promise<CustomerOutcome[]>;
  inBulk(writes: readonly Write[]): BulkMutation;
  entryOf(write: Write): Entry;
}

function preparer<Write extends { customerId: bigint }>(parts: Parts<Write>): Step["prepare"] {
  return async (publishing, most) => {
    const { db } = publishing.app;
    const { shop } = publishing.shop;
    const listed = await parts.list(publishing, most);
    // Whoever was forgotten a moment ago is in the list still, and not in the ledger.
    const noted = new Set(await parts.note(db, shop, listed, new Date()));
    const writes = listed.filter(({ customerId }) => noted.has(customerId));
    return {
      entries: writes.map((write) => parts.entryOf(write)),
      call: (admin, options) => parts.call(admin, writes, options),
      inBulk: () => parts.inBulk(writes),
    };
  };
}

function tagEntry({ customerId, tags }: TagWrite): Entry {
  return { customerId, tags, hash: null };
}

function idOf({ customerId }: { customerId: bigint }): bigint {
  return customerId;
}

function listedBy<Write>(
  list: (db: Database, shop: string, who: PublishedFamilies, most: number) => Promise<Write[]>,
): Parts<Write>["list"] {
  return (publishing, most) =>
    list(publishing.app.db, publishing.shop.shop, publishedFamiliesIn(publishing), most);
}

interface FieldWrite {
  customerId: bigint;
  hash: string;
  fields: MetafieldWrite;
}

async function listFieldsToSet(publishing: Publishing, most: number): Promise<FieldWrite[]> {
  const wishes = await listedBy(listMetafieldsToSet)(publishing, most);
  const described = await describeStandings(publishing, wishes);
  return wishes.flatMap(({ customerId, hash, tierDigest, standingDigest }, index) => {
    const fields = described[index];
    const digests = { tier: tierDigest, standing: standingDigest };
    return fields === undefined ? [] : { customerId, hash, fields: { ...fields, digests } };
  });
}

function fieldsIn({ fields }: FieldWrite): MetafieldWrite {
  return fields;
}
