import type { ExpiringAccess, OnlineAccess } from "./access-tokens.ts";
import { staffMember } from "./staff-member.ts";

/** What a granted token request answers, as Shopify spells it. */
export type TokenBody = Readonly<Record<string, unknown>>;

export function expiringBody(access: ExpiringAccess, scope: string): TokenBody {
  return {
    access_token: access.accessToken,
    expires_in: access.expiresInSeconds,
    refresh_token: access.refreshToken,
    refresh_token_expires_in: access.refreshTokenExpiresInSeconds,
    scope,
  };
}

export function onlineBody(access: OnlineAccess, scope: string, sessionId: string): TokenBody {
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
