import { schemaNameOf } from "../../webhooks/topic-schema-name.ts";
import type { ApiWebhookSubscription } from "../../world/webhook-subscription.ts";
import type { TypeResolvers } from "../field-resolver.ts";
import { listApiVersions } from "../schema/api-versions.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

export const webhookSubscriptionResolvers = {
  id: nodeFields.id,
  legacyResourceId: ({ id }: ApiWebhookSubscription) => String(id),
  topic: ({ topic }: ApiWebhookSubscription) => schemaNameOf(topic),
  uri: ({ uri }: ApiWebhookSubscription) => uri,
  callbackUrl: ({ uri }: ApiWebhookSubscription) => uri,
  endpoint: ({ uri }: ApiWebhookSubscription) => ({
    __typename: "WebhookHttpEndpoint",
    callbackUrl: uri,
  }),
  name: ({ name }: ApiWebhookSubscription) => name,
  includeFields: ({ includeFields }: ApiWebhookSubscription) => includeFields ?? [],
  filter: () => null,
  format: () => "JSON",
  metafieldNamespaces: () => [],
  metafields: () => [],
  apiVersion: ({ apiVersion }: ApiWebhookSubscription) =>
    listApiVersions().find(({ handle }) => handle === apiVersion),
  createdAt: ({ createdAtMs }: ApiWebhookSubscription) => dateTimeText(createdAtMs),
  updatedAt: ({ updatedAtMs }: ApiWebhookSubscription) => dateTimeText(updatedAtMs),
} satisfies TypeResolvers;
