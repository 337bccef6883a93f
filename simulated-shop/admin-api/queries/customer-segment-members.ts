import { GraphQLError } from "graphql";
import { minorDigitsOf } from "../../world/money.ts";
import type { Customer } from "../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import { findMemberQuery, gidOfMemberQuery, type MemberQuery } from "../../world/member-query.ts";
import { parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { findSegment } from "../mutations/segments/find-segment.ts";
import { unansweredError } from "../schema/unanswered.ts";
import {
  findMembers,
  memberKeyBy,
  segmentTestOf,
  sortedMembers,
  spellingIn,
} from "./segment-members.ts";

type MembersArgs = ConnectionArgs & {
  segmentId?: string | null;
  query?: string | null;
  queryId?: string | null;
  sortKey?: string | null;
  timezone?: string | null;
};

/** Members come in pages of up to this many. */
const MAX_MEMBERS_PAGE_SIZE = 1_000;

export const customerSegmentMemberQueries = {
  customerSegmentMembers: (_root: unknown, args: MembersArgs, context: RequestContext) => {
    const { world } = context.shop;
    const asked = whatIsAsked(args, context);
    const { functionSpelling, timezone } = asked;
    const test = segmentTestOf(world, asked.query, { functionSpelling, timeZone: timezone });
    const keyOf = memberKeyBy(asked.sortKey);
    const question = JSON.stringify([asked.query, functionSpelling, timezone, asked.sortKey]);
    const members = sortedMembers(world, question, test, keyOf);
    return new MemberConnection(world, members, { ...args, reverse: asked.reverse }, keyOf);
  },
  customerSegmentMembersQuery: (
    _root: unknown,
    { id }: { id: string },
    { shop: { world } }: RequestContext,
  ) => {
    const memberQuery = findMemberQuery(world, id);
    // Shopify breaks over an unknown one, too.
    if (memberQuery === undefined)
      throw new GraphQLError("Something went wrong", {
        extensions: { code: "INTERNAL_SERVER_ERROR" },
      });
    if (!memberQuery.wasAskedAbout) {
      memberQuery.wasAskedAbout = true;
      return memberQueryView(memberQuery, null);
    }
    const count = findMembers(world, segmentTestOf(world, memberQuery.query)).length;
    return memberQueryView(memberQuery, count);
  },
  customerSegmentMembership: (
    _root: unknown,
    { customerId, segmentIds }: { customerId: string; segmentIds: readonly string[] },
    { shop: { world } }: RequestContext,
  ) => {
    const gid = parseGid(customerId);
    const customer = gid?.type === "Customer" ? world.customers.get(gid.id) : undefined;
    return {
      memberships: segmentIds.flatMap((segmentId) => {
        const segment = findSegment(world, segmentId);
        if (segment === undefined || customer === undefined) return [];
        return [{ segmentId, isMember: segmentTestOf(world, segment.query)(customer) }];
      }),
    };
  },
} satisfies TypeResolvers;

/** A search for members as the API shows it; it has counted nobody until it is done. */
export function memberQueryView(memberQuery: MemberQuery, count: number | null) {
  return {
    id: gidOfMemberQuery(memberQuery),
    currentCount: count ?? 0,
    done: count !== null,
  };
}

/** The query, however it was named, and how its members are to be read. */
function whatIsAsked(args: MembersArgs, { shop: { world }, apiVersion }: RequestContext) {
  const named = [args.segmentId, args.query, args.queryId].filter((name) => name != null);
  if (named.length !== 1)
    throw badRequest(
      named.length === 0
        ? "You must provide one of segment_id, query or query_id."
        : "Providing more than one of segment_id, query and query_id is not supported.",
    );
  const { sortKey = null, timezone } = args;
  const reading = { sortKey, reverse: args.reverse ?? false, timezone: timezone ?? undefined };
  if (args.query != null)
    return { ...reading, query: args.query, functionSpelling: spellingIn(apiVersion) } as const;
  const both = { ...reading, functionSpelling: "both" } as const;
  if (args.segmentId != null) {
    const segment = findSegment(world, args.segmentId);
    if (segment === undefined)
      throw new GraphQLError("Segment does not exist", { extensions: { code: "NOT_FOUND" } });
    return { ...both, query: segment.query };
  }
  const memberQuery = findMemberQuery(world, args.queryId ?? "");
  if (memberQuery === undefined) throw badRequest("Invalid query ID.");
  const { query, sortKey: ownSortKey, reverse } = memberQuery;
  return { ...both, query, sortKey: sortKey ?? ownSortKey, reverse: reading.reverse || reverse };
}

/** Members with what Shopify computes over all of them. */
class MemberConnection extends Connection<Customer> {
  readonly #world: World;

  constructor(
    world: World,
    members: readonly Customer[],
    args: ConnectionArgs,
    keyOf: ReturnType<typeof memberKeyBy>,
  ) {
    super(members, args, keyOf, { maxPageSize: MAX_MEMBERS_PAGE_SIZE });
    this.#world = world;
  }

  get statistics() {
    return { attributeStatistics: (name: string) => this.#statisticsOf(name) };
  }

  #statisticsOf(attributeName: string): { sum: number; average: number } {
    const minorPerUnit = 10 ** minorDigitsOf(this.#world.shop.currencyCode);
    const total = this.items.reduce((sum, customer) => {
      if (attributeName === "number_of_orders") return sum + countedOrdersOf(customer);
      if (attributeName === "amount_spent") return sum + amountSpentMinorOf(customer);
      throw unansweredError("SegmentStatistics.attributeStatistics", attributeName);
    }, 0);
    const sum = attributeName === "amount_spent" ? total / minorPerUnit : total;
    return { sum, average: this.items.length === 0 ? 0 : sum / this.items.length };
  }
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
