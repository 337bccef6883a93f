import { randomUUID, timingSafeEqual } from "node:crypto";
import type { SimulatedShopConfig } from "../context.ts";
import type { AppAccessTokens } from "./access-tokens.ts";
import {
  authorizationCodeNotFound,
  invalidRequest,
  invalidSubjectToken,
  refreshTokenNotActive,
  unknownClient,
  unsupportedGrantType,
  wrongClientSecret,
  type OauthError,
} from "./oauth-error.ts";
import type { AuthorizationCodes } from "./authorization-codes.ts";
import { checkSessionToken } from "./session-token.ts";
import { expiringBody, onlineBody, type TokenBody } from "./token-bodies.ts";
import {
  asksForExpiring,
  CLIENT_CREDENTIALS_GRANT,
  ID_TOKEN_TYPE,
  OFFLINE_TOKEN_TYPE,
  ONLINE_TOKEN_TYPE,
  REFRESH_GRANT,
  TOKEN_EXCHANGE_GRANT,
  type TokenRequest,
} from "./token-request.ts";

export type TokenAnswer =
  | { readonly kind: "granted"; readonly body: TokenBody }
  | { readonly kind: "refused"; readonly error: OauthError };

export type ShopAndApp = Pick<
  SimulatedShopConfig,
  "clientId" | "clientSecret" | "shopDomain" | "scopes"
>;

type Granting = {
  readonly app: ShopAndApp;
  readonly tokens: AppAccessTokens;
  readonly codes: AuthorizationCodes;
};

/** Decides on one request to /admin/oauth/access_token. */
export function answerTokenRequest(request: TokenRequest, granting: Granting): TokenAnswer {
  const { app } = granting;
  if (request.client_id !== app.clientId) return refuse(unknownClient(request.client_id ?? ""));
  if (!isSecret(request.client_secret, app.clientSecret)) return refuse(wrongClientSecret);
  switch (request.grant_type) {
    case TOKEN_EXCHANGE_GRANT:
      return exchange(request, granting);
    case REFRESH_GRANT:
      return refresh(request, granting);
    case CLIENT_CREDENTIALS_GRANT:
      return grantToClient(granting);
    case undefined:
    case "authorization_code":
      return redeemCode(request, granting);
    default:
      return refuse(unsupportedGrantType);
  }
}

function exchange(request: TokenRequest, granting: Granting): TokenAnswer {
  if (request.subject_token_type === OFFLINE_TOKEN_TYPE) return migrate(request, granting);
  if (request.subject_token_type !== ID_TOKEN_TYPE) {
    return refuse(invalidRequest(`subject_token_type must be ${ID_TOKEN_TYPE}`));
  }
  const { app, tokens } = granting;
  const check = checkSessionToken(request.subject_token ?? "", app, Date.now());
  if (check.kind === "invalid") return refuse(invalidSubjectToken);
  switch (request.requested_token_type) {
    case OFFLINE_TOKEN_TYPE:
      return grantOffline(request, granting);
    case ONLINE_TOKEN_TYPE:
      return grant(onlineBody(tokens.issueOnline(), scopeOf(app), check.claims.sid));
    default:
      return refuse(
        invalidRequest(
          `requested_token_type must be ${ONLINE_TOKEN_TYPE} or ${OFFLINE_TOKEN_TYPE}`,
        ),
      );
  }
}

/** Trades offline access without end for access that expires; the old token ends. */
function migrate(request: TokenRequest, { app, tokens }: Granting): TokenAnswer {
  if (request.requested_token_type !== OFFLINE_TOKEN_TYPE || !asksForExpiring(request))
    return refuse(invalidRequest(`requested_token_type must be ${OFFLINE_TOKEN_TYPE}`));
  const access = tokens.migrateToExpiring(request.subject_token ?? "");
  return access === null ? refuse(invalidSubjectToken) : grant(expiringBody(access, scopeOf(app)));
}

function refresh(request: TokenRequest, { app, tokens }: Granting): TokenAnswer {
  const outcome = tokens.refresh(request.refresh_token ?? "");
  if (outcome.kind === "not-active") return refuse(refreshTokenNotActive);
  return grant(expiringBody(outcome.access, scopeOf(app)));
}

/** For apps of the shop's own organisation: a token for a day, without a merchant. */
function grantToClient({ app, tokens }: Granting): TokenAnswer {
  const { accessToken, expiresInSeconds } = tokens.issueToClient();
  return grant({ access_token: accessToken, scope: scopeOf(app), expires_in: expiresInSeconds });
}

function redeemCode(request: TokenRequest, granting: Granting): TokenAnswer {
  const authorization = granting.codes.redeem(request.code ?? "");
  if (authorization === undefined) return refuse(authorizationCodeNotFound);
  return authorization.isOnline
    ? grant(onlineBody(granting.tokens.issueOnline(), scopeOf(granting.app), randomUUID()))
    : grantOffline(request, granting);
}

function grantOffline(request: TokenRequest, { app, tokens }: Granting): TokenAnswer {
  const scope = scopeOf(app);
  return asksForExpiring(request)
    ? grant(expiringBody(tokens.issueExpiringOffline(), scope))
    : grant({ access_token: tokens.issueOffline(), scope });
}

function scopeOf({ scopes }: ShopAndApp): string {
  return scopes.join(",");
}

function isSecret(given: string | undefined, secret: string): boolean {
  const givenBytes = Buffer.from(given ?? "");
  const secretBytes = Buffer.from(secret);
  return givenBytes.length === secretBytes.length && timingSafeEqual(givenBytes, secretBytes);
}

function grant(body: TokenBody): TokenAnswer {
  return { kind: "granted", body };
}

function refuse(error: OauthError): TokenAnswer {
  return { kind: "refused", error };
}
