import { DateTime } from "luxon";
import { sortTags } from "../../world/tags.ts";
import { PLANS } from "../../world/plan.ts";
import type { Shop, World } from "../../world/world.ts";
import { Connection } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { countryNameOf } from "../search/country-names.ts";
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
  timezoneAbbreviation: (_shop: Shop, _args: unknown, { shop }: RequestContext) =>
    abbreviationOf(shopNow(shop.world)),
  timezoneOffset: (_shop: Shop, _args: unknown, { shop }: RequestContext) =>
    shopNow(shop.world).toFormat("ZZZ"),
  timezoneOffsetMinutes: (_shop: Shop, _args: unknown, { shop }: RequestContext) =>
    shopNow(shop.world).offset,
  enabledPresentmentCurrencies: ({ currencyCode }: Shop) => [currencyCode],
  shopAddress: ({ id, countryCode }: Shop) => ({
    id: `gid://shopify/ShopAddress/${id}`,
    country: countryNameOf(countryCode),
    countryCodeV2: countryCode,
  }),
  orderNumberFormatPrefix: () => "#",
  orderNumberFormatSuffix: () => "",
  setupRequired: () => false,
  checkoutApiSupported: () => true,
  customerAccounts: () => "DISABLED",
  unitSystem: () => "METRIC_SYSTEM",
  weightUnit: () => "KILOGRAMS",
  taxesIncluded: () => true,
  // In alphabetical order: Shopify states none.
  customerTags: (_shop: Shop, args: { first: number }, { shop: { world } }: RequestContext) =>
    new Connection(customerTagsOf(world), args, (tag) => ({ id: 0, value: tag })),
  plan: ({ plan }: Shop) => ({
    publicDisplayName: PLANS[plan].publicDisplayName,
    displayName: PLANS[plan].publicDisplayName,
    partnerDevelopment: false,
    shopifyPlus: plan === "plus",
  }),
} satisfies TypeResolvers;

/** Each tag once, whatever its case: as it was spelled first. */
function customerTagsOf({ customers }: World): string[] {
  const tags = new Map<string, string>();
  for (const customer of customers.values())
    for (const tag of customer.tags)
      if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  return sortTags([...tags.values()]);
}

/** "EDT", "BST": each is known in one English only. */
function abbreviationOf(now: DateTime): string {
  const american = now.setLocale("en-US").toFormat("ZZZZ");
  return american.startsWith("GMT") ? now.setLocale("en-GB").toFormat("ZZZZ") : american;
}

function shopNow({ clock, shop }: World): DateTime {
  return DateTime.fromMillis(clock.nowMs(), { zone: shop.timeZone });
}
