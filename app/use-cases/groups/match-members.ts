import { settleSize } from "../../persistence/custom-group-members.ts";
import { findCustomGroup } from "../../persistence/custom-groups.ts";
import {
  findUnfinishedImport,
  finishMemberImport,
  forgetMemberImports,
  listAddresses,
  noteMatched,
  type MemberImport,
  type SealedAddress,
} from "../../persistence/member-imports.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import { findCustomersByEmail } from "../../shopify/find-customers-by-email.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { addCustomers } from "./add-customers.ts";

const addressesAtATime = 250;

/**
 * Looks for the customers of files with many addresses, and adds them to their groups. What is done is noted with each
 * part, so a killed one goes on there.
 */
export async function matchMembers(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const record = await findOpenShop(app, shop);
  if (record === null) return;
  for (;;) {
    const running = await findUnfinishedImport(app.db, shop);
    if (running === null) return;
    await matchImport(app, record, running, signal);
  }
}

async function matchImport(
  app: App,
  { shop, timeZone }: Shop,
  running: MemberImport,
  signal: AbortSignal,
): Promise<void> {
  const group = await findCustomGroup(app.db, shop, running.groupId);
  if (group === null) {
    await forgetMemberImports(app.db, { shop, groupId: running.groupId });
    return;
  }
  for (;;) {
    signal.throwIfAborted();
    const part = await listAddresses(app.db, running, addressesAtATime);
    if (part.length === 0) break;
    await matchPart(app, running, part);
  }
  const today = calendarDayOf(await app.now(), timeZone);
  await app.db.$transaction(async (tx) => {
    await finishMemberImport(tx, running, new Date());
    await settleSize(tx, group, today, new Date());
    await app.enqueue(tx, "publish", { shop });
  });
}

async function matchPart(
  app: App,
  running: MemberImport,
  part: readonly SealedAddress[],
): Promise<void> {
  const { shop, groupId } = running;
  const opened = part.map(({ line, sealed }) => ({ line, email: app.seal.decrypt(sealed) }));
  // Sealed with a secret that is gone: nobody can be found for it any more.
  const asked = opened.flatMap(({ line, email }) => (email === null ? [] : [{ line, email }]));
  const emails = asked.map(({ email }) => email);
  const found = await findCustomersByEmail(await app.adminOf(shop), emails, {
    isBackground: true,
  });
  const lineOf = new Map<bigint, number>();
  const unmatched = opened.flatMap(({ line, email }) => (email === null ? [line] : []));
  for (const [index, { line }] of asked.entries()) {
    const customerId = found[index] ?? null;
    if (customerId === null) unmatched.push(line);
    else if (!lineOf.has(customerId)) lineOf.set(customerId, line);
  }
  const group = { shop, id: groupId };
  await addCustomers(app, group, [...lineOf.keys()], async (tx, { added, unknown }) => {
    const notFound = [...unmatched, ...unknown.flatMap((id) => lineOf.get(id) ?? [])];
    notFound.sort((a, b) => a - b);
    await noteMatched(tx, running, { lines: part.map(({ line }) => line), added, notFound });
  });
}
