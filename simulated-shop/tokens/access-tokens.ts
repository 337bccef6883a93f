import { randomBytes } from "node:crypto";
import type { SimulatedShopConfig } from "../context.ts";
import type { World } from "../world/world.ts";
import { REFRESH_TOKEN_LIFETIME_SECONDS, RefreshTokens } from "./refresh-tokens.ts";

/** How long an expiring offline access token lives. */
export const OFFLINE_TOKEN_LIFETIME_SECONDS = 3600;
const ONLINE_TOKEN_LIFETIME_SECONDS = 86_400;
/** Of the client credentials grant; Shopify's documentation shows a second less than a day. */
const CLIENT_TOKEN_LIFETIME_SECONDS = 86_399;
/**
 * Exchanges this close together get the same token: the first page of an app makes several at once, and only one
 * expiring offline token exists per app and shop. The length is our choice; Shopify documents none.
 */
const SAME_TOKEN_WINDOW_MS = 60_000;

export type ExpiringAccess = {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
  readonly refreshTokenExpiresInSeconds: number;
};

export type OnlineAccess = { readonly accessToken: string; readonly expiresInSeconds: number };

/** A live access token as a list may show it. */
export type LiveToken = {
  /** Its last characters: enough to tell it from the others. */
  readonly ending: string;
  readonly owner: "app" | "staff member";
  /** Real time; null for one that does not end. */
  readonly endsAtMs: number | null;
};

const ENDING_CHARACTERS = 6;

/** Answers a refresh: fresh access, or why not. */
export type RefreshOutcome =
  { readonly kind: "refreshed"; readonly access: ExpiringAccess } | { readonly kind: "not-active" };

/** The access tokens of the app under test. They end when it is uninstalled; the configured one always works. */
export function createAccessTokens(
  { accessToken }: Pick<SimulatedShopConfig, "accessToken">,
  { events }: Pick<World, "events">,
): AppAccessTokens {
  const tokens = new AppAccessTokens({ permanentToken: accessToken });
  events.on("app-uninstalled", () => {
    tokens.revokeAll();
  });
  return tokens;
}

/** The access tokens of one app on one shop. Expiry follows real time, not the shop's clock. */
export class AppAccessTokens {
  readonly #nowMs: () => number;
  /** Token → the moment it ends, or null when it does not. */
  readonly #endsAtMsByToken = new Map<string, number | null>();
  readonly #refreshTokens = new RefreshTokens();
  readonly #permanentToken: string | null;
  #nonExpiringToken: string | null = null;
  #lastExchange: {
    readonly atMs: number;
    readonly accessToken: string;
    readonly refreshToken: string;
  } | null = null;
  #isInstalled = false;

  constructor({
    permanentToken = null,
    nowMs = Date.now,
  }: { permanentToken?: string | null; nowMs?: () => number } = {}) {
    this.#permanentToken = permanentToken;
    this.#nowMs = nowMs;
  }

  /** True from the app's first token exchange until it is uninstalled. */
  get isInstalled(): boolean {
    return this.#isInstalled;
  }

  /** True when requests with this token are answered. */
  isValid(token: string): boolean {
    if (token === this.#permanentToken) return true;
    const endsAtMs = this.#endsAtMsByToken.get(token);
    return endsAtMs === null || (endsAtMs !== undefined && this.#nowMs() < endsAtMs);
  }

  /** Offline access for an hour, with a refresh token. Ends the refresh tokens given before. */
  issueExpiringOffline(): ExpiringAccess {
    const nowMs = this.#nowMs();
    this.#isInstalled = true;
    const last = this.#lastExchange;
    if (
      last !== null &&
      nowMs - last.atMs < SAME_TOKEN_WINDOW_MS &&
      this.isValid(last.accessToken)
    ) {
      return {
        accessToken: last.accessToken,
        expiresInSeconds: OFFLINE_TOKEN_LIFETIME_SECONDS - Math.floor((nowMs - last.atMs) / 1000),
        refreshToken: last.refreshToken,
        refreshTokenExpiresInSeconds:
          REFRESH_TOKEN_LIFETIME_SECONDS - Math.floor((nowMs - last.atMs) / 1000),
      };
    }
    const accessToken = this.#issue(OFFLINE_TOKEN_LIFETIME_SECONDS);
    const refreshToken = this.#refreshTokens.issue(nowMs);
    this.#lastExchange = { atMs: nowMs, accessToken, refreshToken };
    return {
      accessToken,
      expiresInSeconds: OFFLINE_TOKEN_LIFETIME_SECONDS,
      refreshToken,
      refreshTokenExpiresInSeconds: REFRESH_TOKEN_LIFETIME_SECONDS,
    };
  }

  /** Offline access without end: always the same token until the app is uninstalled. */
  issueOffline(): string {
    this.#isInstalled = true;
    if (this.#nonExpiringToken === null) {
      this.#nonExpiringToken = newAccessToken();
      this.#endsAtMsByToken.set(this.#nonExpiringToken, null);
    }
    return this.#nonExpiringToken;
  }

  /** Access in the name of a staff member, for a day. */
  issueOnline(): OnlineAccess {
    return this.#issueForDay(ONLINE_TOKEN_LIFETIME_SECONDS, "shpua");
  }

  /** Access for the app itself, for a day, without a refresh token. */
  issueToClient(): OnlineAccess {
    return this.#issueForDay(CLIENT_TOKEN_LIFETIME_SECONDS, "shpat");
  }

  /** Trades offline access without end for access that expires, and ends the old. Null for any other token. */
  migrateToExpiring(nonExpiringToken: string): ExpiringAccess | null {
    const isOwn = nonExpiringToken !== "" && nonExpiringToken === this.#nonExpiringToken;
    if (!isOwn && nonExpiringToken !== this.#permanentToken) return null;
    if (isOwn) {
      this.#endsAtMsByToken.delete(nonExpiringToken);
      this.#nonExpiringToken = null;
    }
    return this.issueExpiringOffline();
  }

  /** Trades a refresh token for fresh access. Access tokens given before live until they end by themselves. */
  refresh(refreshToken: string): RefreshOutcome {
    const nowMs = this.#nowMs();
    const use = this.#refreshTokens.use(refreshToken, nowMs);
    if (use.kind === "not-active") return use;
    // An exchange right after a refresh must not hand out the pair that was just replaced.
    this.#lastExchange = null;
    return {
      kind: "refreshed",
      access: {
        accessToken: this.#issue(OFFLINE_TOKEN_LIFETIME_SECONDS),
        expiresInSeconds: OFFLINE_TOKEN_LIFETIME_SECONDS,
        refreshToken: use.replacementToken,
        refreshTokenExpiresInSeconds: use.expiresInSeconds,
      },
    };
  }

  /** Ends all access of the app, as an uninstall does. Only the permanent token remains. */
  revokeAll(): void {
    this.#endsAtMsByToken.clear();
    this.#refreshTokens.revokeAll();
    this.#nonExpiringToken = null;
    this.#lastExchange = null;
    this.#isInstalled = false;
  }

  /** Access tokens that requests are answered with, the permanent one left out, oldest first. */
  live(): readonly LiveToken[] {
    return [...this.#endsAtMsByToken]
      .filter(([token]) => this.isValid(token))
      .map(([token, endsAtMs]) => ({
        ending: token.slice(-ENDING_CHARACTERS),
        owner: token.startsWith("shpua_") ? "staff member" : "app",
        endsAtMs,
      }));
  }

  /** Ends the access token that ends with these characters; false when there is none. Refresh tokens stay. */
  revoke(ending: string): boolean {
    const token = [...this.#endsAtMsByToken.keys()].find((each) => each.endsWith(ending));
    if (token === undefined) return false;
    if (this.#lastExchange?.accessToken === token) this.#lastExchange = null;
    if (this.#nonExpiringToken === token) this.#nonExpiringToken = null;
    return this.#endsAtMsByToken.delete(token);
  }

  /** Ends every expiring access token at once and keeps refresh tokens: what an app sees after an idle hour. */
  expireAccess(): void {
    this.#lastExchange = null;
    for (const [token, endsAtMs] of this.#endsAtMsByToken) {
      if (endsAtMs !== null) this.#endsAtMsByToken.delete(token);
    }
  }

  #issueForDay(expiresInSeconds: number, prefix: TokenPrefix): OnlineAccess {
    this.#isInstalled = true;
    return { accessToken: this.#issue(expiresInSeconds, prefix), expiresInSeconds };
  }

  #issue(lifetimeSeconds: number, prefix: TokenPrefix = "shpat"): string {
    const token = newAccessToken(prefix);
    this.#endsAtMsByToken.set(token, this.#nowMs() + lifetimeSeconds * 1000);
    return token;
  }
}

/** Shopify's tokens say what they are: of a person (`shpua_`) or of an app. */
type TokenPrefix = "shpat" | "shpua";

function newAccessToken(prefix: TokenPrefix = "shpat"): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}
