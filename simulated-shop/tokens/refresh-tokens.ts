import { randomBytes } from "node:crypto";

const DAY_MS = 86_400_000;
/** How long a refresh token lives. */
export const REFRESH_TOKEN_LIFETIME_SECONDS = 90 * 86_400;
/** How long after its first use a refresh token can be used again, when its replacement never was. */
const RECOVERY_MS = 30 * DAY_MS;

type RefreshToken = {
  readonly token: string;
  readonly expiresAtMs: number;
  /** The one it replaced, which lives until this one is used. */
  readonly formerToken: string | null;
  firstUsedAtMs: number | null;
  replacementToken: string | null;
};

export type RefreshTokenUse =
  | {
      readonly kind: "rotated";
      readonly replacementToken: string;
      readonly expiresInSeconds: number;
    }
  | { readonly kind: "not-active" };

/**
 * Refresh tokens of expiring offline access. Each use gives a replacement; the used one stays usable until the
 * replacement is used, at most 30 days, so that an app which lost the answer can ask again.
 * Source: Shopify changelog of 2026-08-28, "More resilient refreshes for expiring offline access tokens".
 */
export class RefreshTokens {
  readonly #tokens = new Map<string, RefreshToken>();

  /** A first refresh token. The ones of an earlier exchange end: one expiring offline token per app and shop. */
  issue(nowMs: number): string {
    this.#tokens.clear();
    return this.#add({ formerToken: null, nowMs });
  }

  /** Uses a refresh token. A repeated use gives the same replacement. */
  use(token: string, nowMs: number): RefreshTokenUse {
    const used = this.#tokens.get(token);
    if (used === undefined || !isActive(used, nowMs)) return { kind: "not-active" };
    if (used.formerToken !== null) this.#tokens.delete(used.formerToken);
    used.firstUsedAtMs ??= nowMs;
    used.replacementToken ??= this.#add({ formerToken: token, nowMs });
    return {
      kind: "rotated",
      replacementToken: used.replacementToken,
      expiresInSeconds: this.secondsLeftOf(used.replacementToken, nowMs),
    };
  }

  secondsLeftOf(token: string, nowMs: number): number {
    return Math.floor(((this.#tokens.get(token)?.expiresAtMs ?? nowMs) - nowMs) / 1000);
  }

  revokeAll(): void {
    this.#tokens.clear();
  }

  #add({ formerToken, nowMs }: { formerToken: string | null; nowMs: number }): string {
    const token = `shprt_${randomBytes(16).toString("hex")}`;
    const expiresAtMs = nowMs + REFRESH_TOKEN_LIFETIME_SECONDS * 1000;
    this.#tokens.set(token, {
      token,
      expiresAtMs,
      formerToken,
      firstUsedAtMs: null,
      replacementToken: null,
    });
    return token;
  }
}

function isActive({ expiresAtMs, firstUsedAtMs }: RefreshToken, nowMs: number): boolean {
  return nowMs < expiresAtMs && (firstUsedAtMs === null || nowMs < firstUsedAtMs + RECOVERY_MS);
}
