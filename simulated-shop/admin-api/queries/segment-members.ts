import { GraphQLError } from "graphql";
import {
  compileSegmentQuery,
  type SegmentTest,
} from "../../segment-query/compile-segment-query.ts";
import type { FunctionSpelling } from "../../segment-query/parse-segment-query.ts";
import type { Customer } from "../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import type { World } from "../../world/world.ts";
import { compareKeys } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { ApiVersion } from "../schema/api-versions.ts";
import { unansweredError } from "../schema/unanswered.ts";

/** Functions of segment queries are spelt anew since 2026-10. */
export function spellingIn(apiVersion: ApiVersion): FunctionSpelling {
  return apiVersion === "2026-07" ? "call" : "matches";
}

/** The test of a query, or a top-level error: it is wrong, or this shop holds no data for it. */
export function segmentTestOf(
  world: World,
  query: string,
  options: Parameters<typeof compileSegmentQuery>[2] = {},
): SegmentTest {
  const compiled = compileSegmentQuery(query, world, options);
  if (compiled.kind === "unanswered") throw unansweredError("Segment query", compiled.attribute);
  if (compiled.kind === "invalid")
    throw new GraphQLError(compiled.messages[0] ?? "Query is invalid.", {
      extensions: { code: "BAD_REQUEST" },
    });
  return compiled.test;
}

/** Everybody a query names, as of now. */
export function findMembers(world: World, test: SegmentTest): Customer[] {
  const members: Customer[] = [];
  for (const customer of world.customers.values()) if (test(customer)) members.push(customer);
  return members;
}

/** What members can be sorted by; the first is the order without a sort key. */
const VALUE_BY_SORT_KEY: Readonly<Record<string, (customer: Customer) => number | string>> = {
  id: ({ id }) => id,
  amount_spent: amountSpentMinorOf,
  created_at: ({ createdAtMs }) => createdAtMs,
  last_order_date: ({ orders }) => orders.at(-1)?.processedAtMs ?? 0,
  number_of_orders: countedOrdersOf,
  updated_at: ({ updatedAtMs }) => updatedAtMs,
};

type KeptMembers = {
  readonly moment: string;
  readonly byQuestion: Map<string, readonly Customer[]>;
};

const keptByWorld = new WeakMap<World, KeptMembers>();

/**
 * The members of a query in the order of a sort key, kept until the shop or its clock changes: paging through 40,000
 * members finds and sorts them once, not once a page. `question` tells queries, spellings, zones and orders apart.
 */
export function sortedMembers(
  world: World,
  question: string,
  test: SegmentTest,
  keyOf: (customer: Customer) => CursorKey,
): readonly Customer[] {
  const moment = `${world.revision} ${world.clock.nowMs()}`;
  let kept = keptByWorld.get(world);
  if (kept?.moment !== moment) keptByWorld.set(world, (kept = { moment, byQuestion: new Map() }));
  let members = kept.byQuestion.get(question);
  if (members === undefined) {
    members = findMembers(world, test)
      .map((member) => ({ member, key: keyOf(member) }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ member }) => member);
    kept.byQuestion.set(question, members);
  }
  return members;
}

/** Where a member stands in the order asked for. */
export function memberKeyBy(sortKey: string | null): (customer: Customer) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey?.toLowerCase() ?? "id"];
  if (valueOf === undefined)
    throw unansweredError("QueryRoot.customerSegmentMembers sortKey", sortKey ?? "");
  return (customer) => ({ id: customer.id, value: valueOf(customer) });
}
