import type { HostConnection } from "./host-connection.ts";

/** A token is replaced this long before it ends. */
const MARGIN_MS = 10_000;

/** Gives session tokens, asking the admin for a new one when the last is about to end. */
export function createIdTokens(host: HostConnection): {
  current(): Promise<string>;
  renew(): Promise<string>;
} {
  let token: string | null = null;
  let pending: Promise<string> | null = null;

  function renew(): Promise<string> {
    pending ??= host
      .ask({ kind: "id-token" })
      .then((answer) => {
        if (typeof answer !== "string")
          throw new Error("The simulated admin gave no session token.");
        token = answer;
        return answer;
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }

  return {
    renew,
    current: () =>
      token !== null && endOf(token) - MARGIN_MS > Date.now() ? Promise.resolve(token) : renew(),
  };
}

function endOf(token: string): number {
  const payload = token.split(".")[1] ?? "";
  const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  return typeof claims === "object" && claims !== null && "exp" in claims
    ? Number(claims.exp) * 1000
    : 0;
}
