import {
  CountSegmentMembersDocument,
  ListCustomerTagsDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** Shopify's usual bound; this list has no second page. */
const mostTags = 250;

/** The tags that customers of the shop have been given, by anybody; `isWhole` false = there are more. */
export async function listCustomerTags(
  admin: AdminClient,
): Promise<{ tags: string[]; isWhole: boolean }> {
  const { shop } = await admin.request(ListCustomerTagsDocument, { first: mostTags });
  const { nodes, pageInfo } = shop.customerTags;
  return { tags: nodes, isWhole: !pageInfo.hasNextPage };
}

/** How many customers a segment with this query would have. */
export async function countSegmentMembers(admin: AdminClient, query: string): Promise<number> {
  const { customerSegmentMembers } = await admin.request(CountSegmentMembersDocument, { query });
  return customerSegmentMembers.totalCount;
}
