import type { SimulatedShopContext } from "../../context.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { appIdOf } from "../app-namespace.ts";
import { listApiVersions } from "../schema/api-versions.ts";

export const shopQueries = {
  shop: (_root: unknown, _args: unknown, { shop }: RequestContext) => shop.world.shop,
  currentAppInstallation: (_root: unknown, _args: unknown, { shop }: RequestContext) => ({
    __typename: "AppInstallation",
    id: `gid://shopify/AppInstallation/${appIdOf(shop.config.clientId)}`,
    accessScopes: shop.config.scopes.map((handle) => ({ handle, description: handle })),
    activeSubscriptions: [],
    app: appOf(shop),
  }),
  /** The app that asks; others are not known here. */
  app: (_root: unknown, { id }: { id?: string | null }, { shop }: RequestContext) => {
    const app = appOf(shop);
    return id == null || id === app.id ? app : null;
  },
  publicApiVersions: listApiVersions,
} satisfies TypeResolvers;

function appOf({ config }: SimulatedShopContext) {
  return {
    __typename: "App",
    id: `gid://shopify/App/${appIdOf(config.clientId)}`,
    apiKey: config.clientId,
    embedded: true,
    requestedAccessScopes: config.scopes.map((handle) => ({ handle, description: handle })),
  };
}
