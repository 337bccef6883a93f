import { GraphQLError } from "graphql";
import {
  compileSegmentQuery,
  findSegmentMembers,
} from "../../segment-query/compile-segment-query.ts";
import type { Customer } from "../../world/customer.ts";
import { parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";

type MembersArgs = ConnectionArgs & {
  segmentId?: string | null;
  query?: string | null;
  queryId?: string | null;
  sortKey?: string | null;
};

/** Members come in pages of up to this many. */
const MAX_MEMBERS_PAGE_SIZE = 1_000;

export const customerSegmentMemberQueries = {
  customerSegmentMembers: (_root: unknown, args: MembersArgs, { shop }: RequestContext) => {
    if (args.queryId != null) throw unansweredError("QueryRoot.customerSegmentMembers", "queryId");
    if (args.sortKey != null) throw unansweredError("QueryRoot.customerSegmentMembers", "sortKey");
    const query = args.query ?? queryOfSegment(shop.world, args.segmentId);
    if (query === null)
      throw new GraphQLError("Segment does not exist", { extensions: { code: "NOT_FOUND" } });
    const members = membersOf(shop.world, query).sort((a, b) => a.id - b.id);
    return new Connection(members, args, ({ id }) => ({ id, value: id }), MAX_MEMBERS_PAGE_SIZE);
  },
  customerSegmentMembership: (
    _root: unknown,
    { customerId, segmentIds }: { customerId: string; segmentIds: readonly string[] },
    { shop }: RequestContext,
  ) => ({
    memberships: segmentIds.flatMap((segmentId) => {
      const query = queryOfSegment(shop.world, segmentId);
      const customer = shop.world.customers.get(parseGid(customerId)?.id ?? 0);
      if (query === null || customer === undefined) return [];
      return [{ segmentId, isMember: membersOf(shop.world, query).includes(customer) }];
    }),
  }),
} satisfies TypeResolvers;

function queryOfSegment(world: World, segmentGid: string | null | undefined): string | null {
  const gid = segmentGid == null ? null : parseGid(segmentGid);
  return gid?.type === "Segment" ? (world.segments.get(gid.id)?.query ?? null) : null;
}

function membersOf(world: World, query: string): Customer[] {
  const compiled = compileSegmentQuery(query);
  if (compiled.kind === "unanswered") throw unansweredError("Segment query", compiled.attribute);
  if (compiled.kind === "invalid")
    throw new GraphQLError(compiled.messages.join(" "), { extensions: { code: "INVALID" } });
  return findSegmentMembers(world, compiled.test);
}
