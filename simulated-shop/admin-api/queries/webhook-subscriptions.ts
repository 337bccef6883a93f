import { schemaNameOf } from "../../webhooks/topic-schema-name.ts";
import type { ApiWebhookSubscription } from "../../world/webhook-subscription.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { findSubscription } from "../mutations/webhook-subscriptions/webhook-subscription-input.ts";
import { unansweredError } from "../schema/unanswered.ts";

type ListArgs = ConnectionArgs & {
  readonly topics?: readonly string[] | null;
  readonly uri?: string | null;
  readonly callbackUrl?: string | null;
  readonly format?: string | null;
  readonly query?: string | null;
  readonly sortKey: string;
};

/** As at Shopify, subscriptions that the app declares in its configuration are not listed. */
export const webhookSubscriptionQueries = {
  webhookSubscription: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) =>
    findSubscription(shop.world, id) ?? null,
  webhookSubscriptions: (_root: unknown, args: ListArgs, { shop: { world } }: RequestContext) => {
    if (args.query) throw unansweredError("QueryRoot", "webhookSubscriptions(query:)");
    if (!["CREATED_AT", "ID"].includes(args.sortKey))
      throw unansweredError("WebhookSubscriptionSortKeys", args.sortKey);
    // Ids are given in the order of creation.
    const keyOf = ({ id }: ApiWebhookSubscription): CursorKey => ({ id, value: id });
    const all = sortedRows<ApiWebhookSubscription>(
      world,
      "webhook subscriptions",
      world.webhookSubscriptions,
      keyOf,
    );
    const uri = args.uri ?? args.callbackUrl ?? null;
    const rows = all.filter(
      (each) =>
        (uri === null || each.uri === uri) &&
        (!args.topics?.length || args.topics.includes(schemaNameOf(each.topic))) &&
        args.format !== "XML",
    );
    return new Connection(rows, args, keyOf);
  },
  webhookSubscriptionsCount: (
    _root: unknown,
    args: { query?: string | null },
    { shop }: RequestContext,
  ) => {
    if (args.query) throw unansweredError("QueryRoot", "webhookSubscriptionsCount(query:)");
    return { count: shop.world.webhookSubscriptions.size, precision: "EXACT" };
  },
} satisfies TypeResolvers;
