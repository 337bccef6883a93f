import { timingSafeEqual } from "node:crypto";
import type { SimulatedShopConfig } from "../context.ts";
import type { AppAccessTokens, ExpiringAccess } from "./access-tokens.ts";
import {
  invalidRequest,
  invalidSubjectToken,
  refreshTokenNotActive,
  unknownClient,
  unsupportedGrantType,
  wrongClientSecret,
  type OauthError,
} from "./oauth-error.ts";
import { checkSessionToken } from "./session-token.ts";
import { staffMember } from "./staff-member.ts";
import {
  asksForExpiring,
  ID_TOKEN_TYPE,
  OFFLINE_TOKEN_TYPE,
  ONLINE_TOKEN_TYPE,
  REFRESH_GRANT,
  TOKEN_EXCHANGE_GRANT,
  type TokenRequest,
} from "./token-request.ts";

export type TokenAnswer =
  | { readonly kind: "granted"; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly error: OauthError };

export type ShopAndApp = Pick<
  SimulatedShopConfig,
  "clientId" | "clientSecret" | "shopDomain" | "scopes"
>;

/** Decides on one request to /admin/oauth/access_token. */
export function answerTokenRequest(
  request: TokenRequest,
  app: ShopAndApp,
  tokens: AppAccessTokens,
): TokenAnswer {
  if (request.client_id !== app.clientId) return refuse(unknownClient(request.client_id ?? ""));
  if (!isSecret(request.client_secret, app.clientSecret)) return refuse(wrongClientSecret);
  if (request.grant_type === TOKEN_EXCHANGE_GRANT) return exchange(request, app, tokens);
  if (request.grant_type === REFRESH_GRANT) return refresh(request, app, tokens);
  return refuse(unsupportedGrantType);
}

function exchange(request: TokenRequest, app: ShopAndApp, tokens: AppAccessTokens): TokenAnswer {
  if (request.subject_token_type !== ID_TOKEN_TYPE) {
    return refuse(invalidRequest(`subject_token_type must be ${ID_TOKEN_TYPE}`));
  }
  const check = checkSessionToken(request.subject_token ?? "", app, Date.now());
  if (check.kind === "invalid") return refuse(invalidSubjectToken);
  const scope = app.scopes.join(",");
  switch (request.requested_token_type) {
    case OFFLINE_TOKEN_TYPE:
      return asksForExpiring(request)
        ? grant(expiringBody(tokens.issueExpiringOffline(), scope))
        : grant({ access_token: tokens.issueOffline(), scope });
    case ONLINE_TOKEN_TYPE:
      return grant(onlineBody(tokens, scope, check.claims.sid));
    default:
      return refuse(
        invalidRequest(
          `requested_token_type must be ${ONLINE_TOKEN_TYPE} or ${OFFLINE_TOKEN_TYPE}`,
        ),
      );
  }
}

function refresh(request: TokenRequest, app: ShopAndApp, tokens: AppAccessTokens): TokenAnswer {
  const outcome = tokens.refresh(request.refresh_token ?? "");
  if (outcome.kind === "not-active") return refuse(refreshTokenNotActive);
  return grant(expiringBody(outcome.access, app.scopes.join(",")));
}

function expiringBody(access: ExpiringAccess, scope: string): Readonly<Record<string, unknown>> {
  return {
    access_token: access.accessToken,
    expires_in: access.expiresInSeconds,
    refresh_token: access.refreshToken,
    refresh_token_expires_in: access.refreshTokenExpiresInSeconds,
    scope,
  };
}

function onlineBody(
  tokens: AppAccessTokens,
  scope: string,
  sessionId: string,
): Readonly<Record<string, unknown>> {
  const access = tokens.issueOnline();
  return {
    access_token: access.accessToken,
    scope,
    expires_in: access.expiresInSeconds,
    session: sessionId,
    associated_user_scope: scope,
    associated_user: {
      id: staffMember.id,
      first_name: staffMember.firstName,
      last_name: staffMember.lastName,
      email: staffMember.email,
      email_verified: true,
      account_owner: true,
      locale: staffMember.locale,
      collaborator: false,
    },
  };
}

function isSecret(given: string | undefined, secret: string): boolean {
  const givenBytes = Buffer.from(given ?? "");
  const secretBytes = Buffer.from(secret);
  return givenBytes.length === secretBytes.length && timingSafeEqual(givenBytes, secretBytes);
}

function grant(body: Readonly<Record<string, unknown>>): TokenAnswer {
  return { kind: "granted", body };
}

function refuse(error: OauthError): TokenAnswer {
  return { kind: "refused", error };
}
