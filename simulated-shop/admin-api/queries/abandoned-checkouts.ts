import { listAbandonedCheckouts, type AbandonedCheckout } from "../../world/abandoned-checkout.ts";
import { displayNameOf } from "../../world/customer.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { checkoutNameOf, totalMinorOf } from "../resolvers/abandoned-checkout.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { compileSearch } from "../search/compile-search.ts";
import { matchesWord } from "../search/match-words.ts";
import { cursorStyleOf } from "../search/order-sort-keys.ts";
import { byChoice, byId, byMoment, type SearchFilters } from "../search/search-filter.ts";
import { limitCount, type CountArgs } from "./count.ts";

type CheckoutsArgs = ConnectionArgs & { query?: string | null; sortKey: string };

const filters: SearchFilters<AbandonedCheckout> = {
  byField: {
    id: byId(({ id }) => id),
    created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
    updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    recovery_state: byChoice(["recovered", "not_recovered"], ({ completedAtMs }) =>
      completedAtMs === null ? "not_recovered" : "recovered",
    ),
  },
  freeText: (word) => (checkout) =>
    matchesWord(word, [
      checkoutNameOf(checkout),
      checkout.email,
      ...(checkout.customer === null ? [] : [displayNameOf(checkout.customer)]),
      ...checkout.lines.map(({ product }) => product.title),
    ]),
  // What "open" and "closed" mean is not documented, and no e-mails are sent here.
  unanswered: new Set(["status", "email_state"]),
};

const VALUE_BY_SORT_KEY: Readonly<
  Record<string, (checkout: AbandonedCheckout) => string | number>
> = {
  ID: ({ id }) => id,
  CHECKOUT_ID: ({ id }) => id,
  RELEVANCE: () => 1,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  CUSTOMER_NAME: ({ customer }) => (customer === null ? "" : displayNameOf(customer).toLowerCase()),
  TOTAL_PRICE: totalMinorOf,
};

export const abandonedCheckoutQueries = {
  abandonedCheckouts: (_root: unknown, args: CheckoutsArgs, context: RequestContext) => {
    const keyOf = keyBy(args.sortKey);
    const rows = find(args.query, "abandonedCheckouts", context);
    return new Connection(
      rows.sort((a, b) => compareKeys(keyOf(a), keyOf(b))),
      args,
      keyOf,
      { cursorStyle: cursorStyleOf(args.sortKey, Boolean(args.query)) },
    );
  },
  abandonedCheckoutsCount: (_root: unknown, { limit, query }: CountArgs, context: RequestContext) =>
    limitCount(find(query, "abandonedCheckoutsCount", context).length, limit),
} satisfies TypeResolvers;

function find(
  query: string | null | undefined,
  rootField: string,
  context: RequestContext,
): AbandonedCheckout[] {
  const rows = listAbandonedCheckouts(context.shop.world);
  return query ? rows.filter(compileSearch(query, filters, rootField, context)) : rows;
}

function keyBy(sortKey: string): (checkout: AbandonedCheckout) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("AbandonedCheckoutSortKeys", sortKey);
  return (checkout) => ({ id: checkout.id, value: valueOf(checkout) });
}
