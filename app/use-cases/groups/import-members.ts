import { settleSize } from "../../persistence/custom-group-members.ts";
import { findCustomGroup } from "../../persistence/custom-groups.ts";
import { startMemberImport } from "../../persistence/member-imports.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import { findCustomersByEmail } from "../../shopify/find-customers-by-email.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { addCustomers } from "./add-customers.ts";
import { createHeldAddresses, type HeldAddress } from "./held-addresses.ts";
import { MemberFileError, readMemberFile, type MemberFileReason } from "./read-member-file.ts";

export type ImportMembersResult =
  | {
      kind: "imported";
      rows: number;
      added: number;
      /** Lines of the file nobody was found for; the first of them. */
      notFound: { line: number; text: string }[];
      notFoundCount: number;
    }
  /** Too many e-mails to wait for: a job matches them, and the group's page says how far it is. */
  | { kind: "matching"; rows: number }
  | { kind: "refused"; line: number; reason: MemberFileReason }
  | { kind: "gone" };

const mostReported = 50;
const addedAtOnce = 5_000;
/** So many e-mails are matched while the merchant waits: some ten seconds of the smallest plan's points. */
const matchedAtOnce = 1_000;

/**
 * Adds the customers of a CSV to a fixed group. The file is read to its end first: one that is wrong anywhere changes
 * nothing. A few e-mails are matched by Shopify at once and not kept; more are kept encrypted until a job has matched
 * them, one part after the other.
 */
export async function importMembers(
  app: App,
  shop: string,
  id: string,
  pieces: AsyncIterable<string>,
): Promise<ImportMembersResult> {
  const record = await requireShop(app, shop);
  const group = await findCustomGroup(app.db, shop, id);
  if (group?.kind !== "fixed") return { kind: "gone" };
  const held = createHeldAddresses(app, shop, matchedAtOnce);
  const lineOf = new Map<bigint, number>();
  let rows = 0;
  try {
    for await (const members of readMemberFile(pieces)) {
      rows += members.length;
      for (const each of members)
        if ("id" in each && !lineOf.has(each.id)) lineOf.set(each.id, each.line);
      await held.take(members);
    }
  } catch (error) {
    await held.drop();
    if (error instanceof MemberFileError)
      return { kind: "refused", line: error.line, reason: error.reason };
    throw error;
  }
  if (held.isTooMany) {
    await app.db.$transaction(async (tx) => {
      const started = { shop, id: held.importId, groupId: id, startedAt: new Date() };
      await startMemberImport(tx, { ...started, addresses: held.count });
      await app.enqueue(tx, "match-members", { shop });
    });
    return { kind: "matching", rows };
  }
  const notFound = await matchEmails(app, shop, held.addresses, lineOf);
  const customerIds = [...lineOf.keys()];
  let added = 0;
  for (let start = 0; start < customerIds.length; start += addedAtOnce) {
    const part = await addCustomers(app, group, customerIds.slice(start, start + addedAtOnce));
    added += part.added;
    for (const unknown of part.unknown)
      notFound.push({ line: lineOf.get(unknown) ?? 0, text: String(unknown) });
  }
  const today = calendarDayOf(await app.now(), record.timeZone);
  await app.db.$transaction(async (tx) => {
    await settleSize(tx, group, today, new Date());
    await app.enqueue(tx, "publish", { shop });
  });
  notFound.sort((a, b) => a.line - b.line);
  return {
    kind: "imported",
    rows,
    added,
    notFound: notFound.slice(0, mostReported),
    notFoundCount: notFound.length,
  };
}

/** Enters whose the e-mails are; returns those that are nobody's. */
async function matchEmails(
  app: App,
  shop: string,
  asked: readonly HeldAddress[],
  lineOf: Map<bigint, number>,
): Promise<{ line: number; text: string }[]> {
  if (asked.length === 0) return [];
  const emails = asked.map(({ email }) => email);
  const found = await findCustomersByEmail(await app.adminOf(shop), emails);
  return asked.flatMap(({ line, email }, index) => {
    const customerId = found[index] ?? null;
    if (customerId === null) return [{ line, text: email }];
    if (!lineOf.has(customerId)) lineOf.set(customerId, line);
    return [];
  });
}
