import { z } from "zod";

export const TOKEN_EXCHANGE_GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
export const REFRESH_GRANT = "refresh_token";
export const CLIENT_CREDENTIALS_GRANT = "client_credentials";
export const ID_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:id_token";
export const ONLINE_TOKEN_TYPE = "urn:shopify:params:oauth:token-type:online-access-token";
export const OFFLINE_TOKEN_TYPE = "urn:shopify:params:oauth:token-type:offline-access-token";

const text = z.string().optional();

const tokenRequestSchema = z.object({
  client_id: text,
  client_secret: text,
  /** Of the authorization code grant, which names no grant type. */
  code: text,
  grant_type: text,
  subject_token: text,
  subject_token_type: text,
  requested_token_type: text,
  refresh_token: text,
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

export type TokenRequest = z.infer<typeof tokenRequestSchema>;

/** Reads the body of a token request: JSON, or a form. Null when it is neither. */
export function parseTokenRequest(
  body: string,
  contentType: string | undefined,
): TokenRequest | null {
  const fields =
    contentType?.includes("json") === true
      ? parseJson(body)
      : Object.fromEntries(new URLSearchParams(body));
  const parsed = tokenRequestSchema.safeParse(fields);
  return parsed.success ? parsed.data : null;
}

/** `expiring` is "1", 1 or true. */
export function asksForExpiring({ expiring }: TokenRequest): boolean {
  return expiring === "1" || expiring === 1 || expiring === true || expiring === "true";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
