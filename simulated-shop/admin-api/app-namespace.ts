import { createHash } from "node:crypto";

/** The numeric API client id that Shopify would have given the app: derived from its client id, so it is stable. */
export function appIdOf(clientId: string): number {
  return createHash("sha256").update(clientId).digest().readUInt32BE(0) + 100_000_000;
}

/**
 * A metafield namespace in full: `$app` and a missing one are the app's own `app--<id>`, `$app:sub` is
 * `app--<id>--sub`; anything else is itself.
 */
export function expandNamespace(namespace: string | null | undefined, clientId: string): string {
  const own = `app--${appIdOf(clientId)}`;
  if (namespace == null || namespace === "$app") return own;
  return namespace.startsWith("$app:") ? `${own}--${namespace.slice("$app:".length)}` : namespace;
}
