import { PLANS } from "../../world/plan.ts";
import type { Shop } from "../../world/world.ts";
import type { TypeResolvers } from "../field-resolver.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { nodeFields } from "./node-fields.ts";

export const shopResolvers = {
  ...metafieldOwnerFields,
  id: nodeFields.id,
  name: ({ name }: Shop) => name,
  email: ({ email }: Shop) => email,
  contactEmail: ({ email }: Shop) => email,
  myshopifyDomain: ({ domain }: Shop) => domain,
  url: ({ domain }: Shop) => `https://${domain}`,
  primaryDomain: ({ domain }: Shop) => ({
    id: "gid://shopify/Domain/1",
    host: domain,
    url: `https://${domain}`,
    sslEnabled: true,
  }),
  currencyCode: ({ currencyCode }: Shop) => currencyCode,
  ianaTimezone: ({ timeZone }: Shop) => timeZone,
  taxesIncluded: () => true,
  plan: ({ plan }: Shop) => ({
    publicDisplayName: PLANS[plan].publicDisplayName,
    displayName: PLANS[plan].publicDisplayName,
    partnerDevelopment: false,
    shopifyPlus: plan === "plus",
  }),
} satisfies TypeResolvers;
