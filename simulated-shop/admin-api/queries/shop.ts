import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { appIdOf } from "../app-namespace.ts";
import { listApiVersions } from "../schema/api-versions.ts";

export const shopQueries = {
  shop: (_root: unknown, _args: unknown, { shop }: RequestContext) => shop.world.shop,
  currentAppInstallation: (_root: unknown, _args: unknown, { shop }: RequestContext) => ({
    __typename: "AppInstallation",
    id: `gid://shopify/AppInstallation/${appIdOf(shop.config.clientId)}`,
    accessScopes: shop.config.scopes.map((handle) => ({ handle, description: handle })),
    app: {
      __typename: "App",
      id: `gid://shopify/App/${appIdOf(shop.config.clientId)}`,
      apiKey: shop.config.clientId,
    },
  }),
  publicApiVersions: listApiVersions,
} satisfies TypeResolvers;
