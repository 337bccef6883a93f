import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import type { WebhookSubscription } from "../world/webhook-subscription.ts";

const subscriptionSchema = z.object({
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string(),
  name: z.string().optional(),
  include_fields: z.array(z.string()).optional(),
  // Rather no webhooks than the wrong ones.
  filter: z.undefined("is not simulated: leave it out, or filter in the app").optional(),
});

const appConfigurationSchema = z.object({
  name: z.string(),
  handle: z.string().optional(),
  access_scopes: z.object({ scopes: z.string().default("") }).default({ scopes: "" }),
  webhooks: z
    .object({ api_version: z.string(), subscriptions: z.array(subscriptionSchema).default([]) })
    .optional(),
});

/** What an app declares about itself in shopify.app.toml, as far as the simulated shop acts on it. */
export type AppConfiguration = {
  readonly name: string;
  /** Its place in the admin's address: /store/<shop>/apps/<handle>. */
  readonly handle: string;
  readonly scopes: readonly string[];
  readonly webhookApiVersion: string;
  readonly webhookSubscriptions: readonly WebhookSubscription[];
};

/** Reads a shopify.app.toml. Throws an error naming the file when it is missing, not TOML or lacks what is needed. */
export function readAppConfiguration(path: string): AppConfiguration {
  try {
    return parseAppConfiguration(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`The app configuration ${path} cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** The same from the text of the file. */
export function parseAppConfiguration(toml: string): AppConfiguration {
  const { name, handle, access_scopes, webhooks } = appConfigurationSchema.parse(parse(toml));
  return {
    name,
    handle: handle ?? handleFrom(name),
    scopes: splitScopes(access_scopes.scopes),
    webhookApiVersion: webhooks?.api_version ?? "2026-07",
    webhookSubscriptions: (webhooks?.subscriptions ?? []).flatMap((declared) =>
      [...declared.topics, ...declared.compliance_topics].map((topic) => ({
        topic,
        uri: declared.uri,
        name: declared.name ?? null,
        includeFields: declared.include_fields ?? null,
      })),
    ),
  };
}

function splitScopes(scopes: string): readonly string[] {
  return scopes
    .split(",")
    .map((scope) => scope.trim())
    .filter((scope) => scope !== "");
}

function handleFrom(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
