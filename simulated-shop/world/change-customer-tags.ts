import type { Customer } from "./customer.ts";
import { normalizeTags, sortTags } from "./tags.ts";
import { touchCustomer } from "./update-customer.ts";
import { newActionId, type World } from "./world.ts";

/**
 * Brings a customer's tags to exactly this list. An existing tag keeps its spelling. Emits customer-tags-added,
 * customer-tags-removed and customer-updated, and nothing when nothing changes. The caller checks MAX_TAGS.
 */
export function changeCustomerTags(
  world: World,
  customer: Customer,
  wanted: readonly string[],
): void {
  const spellings = new Map(customer.tags.map((tag) => [tag.toLowerCase(), tag]));
  const after = normalizeTags(wanted).map((tag) => spellings.get(tag.toLowerCase()) ?? tag);
  const kept = new Set(after);
  const added = after.filter((tag) => !spellings.has(tag.toLowerCase()));
  const removed = customer.tags.filter((tag) => !kept.has(tag));
  if (added.length === 0 && removed.length === 0) return;

  customer.tags = sortTags(after);
  touchCustomer(world, customer);
  world.revision += 1;
  const actionId = newActionId(world);
  if (added.length > 0)
    world.events.emit({ kind: "customer-tags-added", actionId, customer, tags: added });
  if (removed.length > 0)
    world.events.emit({ kind: "customer-tags-removed", actionId, customer, tags: removed });
  world.events.emit({ kind: "customer-updated", actionId, customer });
}
