import { HttpResponseError } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { z } from "zod";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";
import type { Session, ShopifyLibrary } from "./shopify-library.ts";

/** A token that ends sooner is renewed first, as the library does; a call must not outlive its token. */
const renewBeforeExpiryMs = 5 * 60_000;

/** Runs the work while no other process runs any for the same shop. */
export type ShopLock = <Result>(shop: string, work: () => Promise<Result>) => Promise<Result>;

export interface OfflineTokens {
  /**
   * The shop's access token for work without a merchant, renewed when it is about to end, or when it is the one
   * Shopify has just rejected. Never call this while answering a webhook: renewing is a call to Shopify.
   */
  accessTokenOf(shop: string, rejectedToken: string | null): Promise<string>;
}

export function createOfflineTokens(
  library: ShopifyLibrary,
  sessions: SessionStorage,
  withLock: ShopLock,
): OfflineTokens {
  const underWay = new Map<string, Promise<string>>();
  return { accessTokenOf };

  async function accessTokenOf(shop: string, rejectedToken: string | null): Promise<string> {
    const current = goodTokenOf(await load(shop), rejectedToken);
    if (current !== null) return current;
    // A refresh token is good for one use, so everybody who needs a new token waits for the same one.
    let renewal = underWay.get(shop);
    if (renewal === undefined) {
      renewal = renew(shop, rejectedToken).finally(() => underWay.delete(shop));
      underWay.set(shop, renewal);
    }
    return renewal;
  }

  async function renew(shop: string, rejectedToken: string | null): Promise<string> {
    return withLock(shop, async () => {
      // Another process may have renewed it while we waited for the lock.
      const held = await load(shop);
      const current = goodTokenOf(held, rejectedToken);
      if (current !== null) return current;
      const { refreshToken } = held;
      if (refreshToken === undefined)
        throw tokenRejected(shop, "there is no refresh token, a merchant must open the app");
      const { session } = await exchange(shop, refreshToken);
      if (session.accessToken === undefined)
        throw tokenRejected(shop, "Shopify renewed the session without a token");
      await sessions.storeSession(session);
      return session.accessToken;
    });
  }

  async function load(shop: string): Promise<Session> {
    const session = await sessions.loadSession(library.session.getOfflineId(shop));
    if (session === undefined) throw tokenRejected(shop, "the app is not installed");
    return session;
  }

  async function exchange(shop: string, refreshToken: string): Promise<{ session: Session }> {
    try {
      return await library.auth.refreshToken({ shop, refreshToken });
    } catch (error) {
      const status = statusOf(error);
      if (status >= 400 && status < 500 && status !== 429)
        throw tokenRejected(shop, `HTTP ${status}`);
      throw new ShopifyCallFailed(
        "unreachable",
        shop,
        "RefreshToken",
        status === 0 ? "no answer" : `HTTP ${status}`,
      );
    }
  }
}

const failedResponse = z.object({ response: z.object({ code: z.number() }) });

/** The HTTP status of an answer that is an error; 0 when there was no answer. */
function statusOf(error: unknown): number {
  const parsed = failedResponse.safeParse(error);
  return error instanceof HttpResponseError && parsed.success ? parsed.data.response.code : 0;
}

function goodTokenOf(session: Session, rejectedToken: string | null): string | null {
  const { accessToken } = session;
  if (accessToken === undefined || accessToken === rejectedToken) return null;
  return session.isExpired(renewBeforeExpiryMs) ? null : accessToken;
}

function tokenRejected(shop: string, detail: string): ShopifyCallFailed {
  return new ShopifyCallFailed("token-rejected", shop, "RefreshToken", detail);
}
