/** A refusal of the token endpoint, in Shopify's words. */
export type OauthError = {
  readonly status: 400 | 401;
  readonly error: string;
  readonly description: string;
};

export function unknownClient(clientId: string): OauthError {
  return {
    status: 400,
    error: "application_cannot_be_found",
    description: `Could not find Shopify API application with api_key ${clientId}`,
  };
}

export const wrongClientSecret: OauthError = {
  status: 401,
  error: "invalid_client",
  description: "The client secret is not the one of this application",
};

export const invalidSubjectToken: OauthError = {
  status: 400,
  error: "invalid_subject_token",
  description: "Token exchange cannot be performed due to an invalid subject token.",
};

/** For an unknown, replaced, expired or revoked refresh token. Final: asking again does not help. */
export const refreshTokenNotActive: OauthError = {
  status: 401,
  error: "invalid_request",
  description: "This request requires an active refresh_token",
};

/** Seen: a code works once. */
export const authorizationCodeNotFound: OauthError = {
  status: 400,
  error: "invalid_request",
  description: "The authorization code was not found or was already used",
};

export function invalidRequest(description: string): OauthError {
  return { status: 400, error: "invalid_request", description };
}

export const unsupportedGrantType: OauthError = {
  status: 400,
  error: "unsupported_grant_type",
  description: "The grant type is not supported by this simulated shop",
};

/** Shopify answers with JSON when asked for JSON, else with an HTML page. */
export function oauthErrorResponse(
  { status, error, description }: OauthError,
  accept: string | undefined,
): Response {
  if (accept?.includes("application/json") === true) {
    return Response.json({ error, error_description: description }, { status });
  }
  const words = escapeHtml(`Oauth error ${error}: ${description}`);
  const page = `<!doctype html><html><head><title>${words}</title></head><body><div>${words}</div></body></html>`;
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
