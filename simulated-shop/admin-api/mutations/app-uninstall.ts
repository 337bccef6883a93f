import { uninstallApp } from "../../world/uninstall-app.ts";
import { appIdOf } from "../app-namespace.ts";
import type { RequestContext } from "../field-resolver.ts";

/** `appUninstall`: the app removes itself, and its tokens end. */
export function appUninstall(
  _root: unknown,
  _args: unknown,
  { shop: { world, config } }: RequestContext,
) {
  uninstallApp(world);
  const app = {
    __typename: "App",
    id: `gid://shopify/App/${appIdOf(config.clientId)}`,
    apiKey: config.clientId,
  };
  return { app, userErrors: [] };
}
