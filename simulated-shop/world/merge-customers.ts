import { changeCustomerTags } from "./change-customer-tags.ts";
import type { Customer } from "./customer.ts";
import { forgetCustomer } from "./delete-customer.ts";
import type { Job } from "./job.ts";
import { startJob } from "./job.ts";
import { findMetafield } from "./metafield.ts";
import { MAX_TAGS, normalizeTags } from "./tags.ts";
import { updateCustomer } from "./update-customer.ts";
import { newActionId, type World } from "./world.ts";

export const MAX_NOTE_CHARACTERS = 5_000;

/** What the merchant chose instead of the defaults. */
export type MergeChoices = {
  readonly emailOf?: Customer;
  readonly firstNameOf?: Customer;
  readonly lastNameOf?: Customer;
  readonly phoneOf?: Customer;
  readonly countryOf?: Customer;
  readonly note?: string;
  readonly tags?: readonly string[];
};

export type MergePlan = {
  readonly kept: Customer;
  readonly deleted: Customer;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly countryCode: string;
  readonly note: string | null;
  /** The kept one's first, then the other's. */
  readonly tags: readonly string[];
  readonly problems: readonly MergeProblem[];
};

export type MergeProblem =
  | { readonly kind: "has-gift-cards"; readonly customer: Customer }
  | { readonly kind: "too-many-tags" }
  | { readonly kind: "note-too-long" };

/**
 * What a merge would give. Kept is the customer whose e-mail is chosen, else the only one that has an e-mail, else the
 * second. Notes are joined and tags united unless others are chosen.
 */
export function planMerge(one: Customer, two: Customer, choices: MergeChoices): MergePlan {
  const onlyOneHasEmail = one.email !== "" && two.email === "";
  const kept = choices.emailOf ?? (onlyOneHasEmail ? one : two);
  const deleted = kept === one ? two : one;
  const note = choices.note ?? joinedNotes(kept, deleted);
  const tags = normalizeTags(choices.tags ?? [...kept.tags, ...deleted.tags]);
  const problems: MergeProblem[] = [one, two]
    .filter(({ rare }) => rare?.hasGiftCard === true)
    .map((customer) => ({ kind: "has-gift-cards", customer }));
  if (tags.length > MAX_TAGS) problems.push({ kind: "too-many-tags" });
  if ((note ?? "").length > MAX_NOTE_CHARACTERS) problems.push({ kind: "note-too-long" });
  return {
    kept,
    deleted,
    email: kept.email,
    firstName: (choices.firstNameOf ?? kept).firstName,
    lastName: (choices.lastNameOf ?? kept).lastName,
    phone: phoneOf(choices, kept, deleted),
    countryCode: (choices.countryOf ?? kept).countryCode || deleted.countryCode,
    note,
    tags,
    problems,
  };
}

/**
 * Merges two customers: orders and metafields move to the kept one, the other one's id is gone. Emits customers-merged
 * after the kept one's own changes.
 */
export function mergeCustomers(world: World, plan: MergePlan): Job {
  const { kept, deleted, firstName, lastName, countryCode, note, phone, tags } = plan;
  if (plan.problems.length > 0)
    throw new RangeError(`Customers ${kept.id} and ${deleted.id} cannot be merged.`);
  for (const order of deleted.orders) order.customer = kept;
  kept.orders = [...kept.orders, ...deleted.orders].sort(
    (a, b) => a.processedAtMs - b.processedAtMs || a.id - b.id,
  );
  deleted.orders = [];
  for (const checkout of world.checkouts.values())
    if (checkout.customer === deleted) checkout.customer = kept;
  const moved = deleted.metafields.filter(
    ({ namespace, key }) => findMetafield(kept, namespace, key) === null,
  );
  kept.metafields = [...kept.metafields, ...moved];
  forgetCustomer(world, deleted);
  updateCustomer(world, kept, {
    firstName,
    lastName,
    countryCode,
    note,
    ...(phone !== null && { rare: { phone } }),
  });
  changeCustomerTags(world, kept, tags);
  const job = startJob(world, kept.id);
  const actionId = newActionId(world);
  world.events.emit({ kind: "customers-merged", actionId, kept, deletedId: deleted.id, job });
  world.events.emit({ kind: "customer-purchases-changed", actionId, customer: kept });
  return job;
}

function joinedNotes(kept: Customer, deleted: Customer): string | null {
  const notes = [kept.note, deleted.note].filter((note) => note !== null && note !== "");
  return notes.length === 0 ? null : notes.join(" ");
}

function phoneOf({ phoneOf: chosen }: MergeChoices, kept: Customer, deleted: Customer) {
  if (chosen !== undefined) return chosen.rare?.phone ?? null;
  return kept.rare?.phone ?? deleted.rare?.phone ?? null;
}
