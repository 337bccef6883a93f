import { DateTime } from "luxon";
import { PLANS } from "../../world/plan.ts";
import type { Shop, World } from "../../world/world.ts";
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
  plan: ({ plan }: Shop) => ({
    publicDisplayName: PLANS[plan].publicDisplayName,
    displayName: PLANS[plan].publicDisplayName,
    partnerDevelopment: false,
    shopifyPlus: plan === "plus",
  }),
} satisfies TypeResolvers;

/** "EDT", "BST": each is known in one English only. */
function abbreviationOf(now: DateTime): string {
  const american = now.setLocale("en-US").toFormat("ZZZZ");
  return american.startsWith("GMT") ? now.setLocale("en-GB").toFormat("ZZZZ") : american;
}

function shopNow({ clock, shop }: World): DateTime {
  return DateTime.fromMillis(clock.nowMs(), { zone: shop.timeZone });
}
