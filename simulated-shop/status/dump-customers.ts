import type { World } from "../world/world.ts";

/**
 * Every customer with the tags the shop holds, untagged ones too, as CSV: `customer,tags` (the e-mail; tags joined by
 * `|` in sorted order). Rows are sorted by customer in code unit order.
 */
export function* dumpCustomers(world: World): Generator<string> {
  yield "customer,tags\n";
  const customers = [...world.customers.values()].sort((a, b) =>
    a.email < b.email ? -1 : a.email > b.email ? 1 : a.id - b.id,
  );
  for (const customer of customers)
    yield `${csvField(customer.email)},${csvField(customer.tags.join("|"))}\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
