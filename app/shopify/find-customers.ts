import { FindCustomersDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";

const mostFound = 250;

/** Customers whose name, e-mail or phone Shopify finds every word of the text in, best match first. */
export async function findCustomers(admin: AdminClient, text: string): Promise<bigint[]> {
  const query = searchQueryOf(text);
  if (query === "") return []; // Shopify would answer with everybody
  const { customers } = await admin.request(FindCustomersDocument, { query, first: mostFound });
  return customers.nodes.map(({ id }) => idOfGid("Customer", id));
}

/** What the merchant typed is text: signs and words that Shopify's search syntax gives a meaning lose it. */
function searchQueryOf(text: string): string {
  return text
    .toLowerCase() // AND, OR and NOT are connectives only in capitals
    .split(/[\s:\\()"'*<>]+/)
    .map((word) => word.replace(/^-+/, ""))
    .filter((word) => word !== "")
    .map((word) => `(${word} OR ${word}*)`)
    .join(" ");
}
