import { GraphQLError } from "graphql";
import { appIdOf, expandNamespace } from "../app-namespace.ts";

/** True for `app--<id>` and what is below it, of whichever app. */
export function isAppNamespace(namespace: string): boolean {
  return /^app--\d+(--|$)/.test(namespace);
}

/** True for a namespace that belongs to another app or to Shopify itself. */
export function isClosedNamespace(namespace: string, clientId: string): boolean {
  if (namespace === "shopify" || namespace.startsWith("shopify--")) return true;
  const own = `app--${appIdOf(clientId)}`;
  return isAppNamespace(namespace) && namespace !== own && !namespace.startsWith(`${own}--`);
}

/** The full namespace of a definition; a closed one is a top-level error naming the mutation. */
export function openNamespace(
  namespace: string | null | undefined,
  clientId: string,
  fieldName: string,
): string {
  const expanded = expandNamespace(namespace, clientId);
  if (!isClosedNamespace(expanded, clientId)) return expanded;
  const requiredAccess =
    "API client to have access to the namespace and the resource type associated with the metafield definition.\n";
  throw new GraphQLError(
    `Access denied for ${fieldName} field. Required access: ${requiredAccess}`,
    {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/api/usage/access-scopes",
        requiredAccess,
      },
    },
  );
}
