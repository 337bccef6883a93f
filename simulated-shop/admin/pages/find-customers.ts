import { displayNameOf, type Customer } from "../../world/customer.ts";
import { hasTag } from "../../world/tags.ts";
import type { World } from "../../world/world.ts";

/**
 * Customers whose name or e-mail contains the words, ignoring case; `tag:x` asks for a tag instead. Only those from
 * `skip` on are returned, `take` at most; `total` counts all.
 */
export function findCustomers(
  { customers }: Pick<World, "customers">,
  query: string,
  { skip, take }: { skip: number; take: number },
): { readonly total: number; readonly found: readonly Customer[] } {
  const words = query.trim().toLowerCase();
  const tag = words.startsWith("tag:") ? words.slice("tag:".length).trim() : null;
  const found: Customer[] = [];
  let total = 0;
  for (const customer of customers.values()) {
    if (!(tag === null ? matchesWords(customer, words) : hasTag(customer.tags, tag))) continue;
    if (total >= skip && found.length < take) found.push(customer);
    total += 1;
  }
  return { total, found };
}

function matchesWords(customer: Customer, words: string): boolean {
  return (
    words === "" ||
    customer.email.toLowerCase().includes(words) ||
    displayNameOf(customer).toLowerCase().includes(words)
  );
}
